//! What a mention stands for: the day that "last month" is. Knows nothing of judgements.

pub(crate) mod date;
