//! Who "the watchdog" is, which council "the authority" is, what day "last month" was. Knows no judgement.

pub(crate) mod body;
pub(crate) mod date;
mod implied;
pub(crate) mod name;
pub(crate) mod provider;
