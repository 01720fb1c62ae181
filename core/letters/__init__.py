"""Letters: what each kind says and when, how one is put together, and what is worth a look."""
