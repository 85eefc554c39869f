print("nog leeg")
