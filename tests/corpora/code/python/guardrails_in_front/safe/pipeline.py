from guardrails import Guard
from guardrails.hub import ToxicLanguage
from nemoguardrails import LLMRails, RailsConfig
from presidio_analyzer import AnalyzerEngine
from presidio_anonymizer import AnonymizerEngine

analyzer = AnalyzerEngine()
anonymizer = AnonymizerEngine()
rails = LLMRails(RailsConfig.from_path("safe/rails"))
polite = Guard().use(ToxicLanguage, threshold=0.5, on_fail="exception")


def without_names(text: str) -> str:
    found = analyzer.analyze(text=text, language="en")
    return anonymizer.anonymize(text=text, analyzer_results=found).text


def answer(question: str) -> str:
    reply = rails.generate(messages=[{"role": "user", "content": without_names(question)}])
    polite.validate(reply["content"])
    return reply["content"]
