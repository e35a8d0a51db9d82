import pytest
from deepeval import assert_test
from deepeval.metrics import AnswerRelevancyMetric
from deepeval.test_case import LLMTestCase

CASES = [("How long is a return possible?", "30 days")]


@pytest.mark.parametrize("question,answer", CASES)
def test_answers(question: str, answer: str):
    case = LLMTestCase(input=question, actual_output=answer)
    assert_test(case, [AnswerRelevancyMetric(threshold=0.7, model="gpt-4o")])
