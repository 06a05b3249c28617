//! What mentions have to do with each other. Siblings never import each other.

pub(crate) mod date_role;
pub(crate) mod money_role;
