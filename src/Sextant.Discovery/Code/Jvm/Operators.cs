using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Operations of two operands.</summary>
internal static class Operators
{
    /// <summary>One operation; operands of the same operator in a row are operands of one.</summary>
    public static Expression Joined(string text, Expression left, Expression right)
    {
        if (left is Expression.Operation { Operator: var same, Operands: List<Expression> operands } && same == text && text != "-" && text != "==")
        {
            operands.Add(right);
            return left;
        }

        return new Expression.Operation(text, new List<Expression> { left, right }, left.Line);
    }
}
