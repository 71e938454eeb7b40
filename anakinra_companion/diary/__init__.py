"""The one door: what a person does and sees, one module per noun."""
