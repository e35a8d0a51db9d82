import sqlite3


class Trainer:
    def __init__(self, model, train_dataset=None):
        self.model = model

    def train(self, hours):
        return hours * 2


class Jacket:
    def fit(self, person, size):
        self.person = person
        return self

    def predict(self, season):
        return season == "winter"


def evaluate(member):
    return Jacket().fit(member, "M").predict("winter")


def main():
    db = sqlite3.connect("gym.db")
    rows = db.execute("SELECT name FROM members").fetchall()
    Trainer(model="boxing", train_dataset=rows).train(3)


if __name__ == "__main__":
    main()
