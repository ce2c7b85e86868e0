"""The page Involvement: what people say, and the surveys that ask them."""
