using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>The path by which a member or element of a name is assigned and read again: <c>config.llm['model']</c>.</summary>
internal static class ExpressionPath
{
    /// <summary>Members within members; longer paths are not followed.</summary>
    private const int MaxLength = 8;

    /// <summary>The path and its last name; null if the expression is not one.</summary>
    public static (string Full, string Last)? Of(Expression expression)
    {
        var (full, last) = ("", "");
        for (var i = 0; i < MaxLength; i++)
        {
            switch (expression)
            {
                case Expression.Name name:
                    return full.Length == 0 ? null : (name.Id + full, last);
                case Expression.Member member:
                    (full, last) = ("." + member.Id + full, last.Length == 0 ? member.Id : last);
                    expression = member.Target;
                    break;
                case Expression.Element { Index: Expression.Text index } element:
                    (full, last) = ("['" + index.Value + "']" + full, last.Length == 0 ? index.Value : last);
                    expression = element.Target;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
