from kfp import compiler, dsl


@dsl.component(base_image="python:3.12", packages_to_install=["pandas", "scikit-learn", "joblib"])
def train(threshold: float) -> float:
    import joblib
    import pandas as pd
    from sklearn.naive_bayes import MultinomialNB

    mails = pd.read_csv("gs://acme-mail/spam.csv")
    classifier = MultinomialNB()
    classifier.fit(mails.drop(columns="spam"), mails["spam"])
    joblib.dump(classifier, "/models/spam.joblib")
    return threshold


@dsl.pipeline(name="spam")
def spam(threshold: float = 0.8):
    train(threshold=threshold)


if __name__ == "__main__":
    compiler.Compiler().compile(spam, "spam.yaml")
