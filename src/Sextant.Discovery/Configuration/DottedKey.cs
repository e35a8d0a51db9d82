using Sextant.Documents;

namespace Sextant.Discovery.Configuration;

/// <summary>Finds nodes by dotted keys, where a file may write a part of the key flat (<c>"chat.tools.autoApprove": true</c>).</summary>
internal static class DottedKey
{
    public static DocumentNode At(DocumentNode node, string key)
    {
        if (node[key] is { Kind: not NodeKind.Missing } whole)
            return whole;
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            if (node[key[..dot]] is { IsMap: true } below && At(below, key[(dot + 1)..]) is { Kind: not NodeKind.Missing } found)
                return found;
        }

        return DocumentNode.Missing;
    }

    /// <summary>The node that makes <c>path=value</c> true: a scalar of the value, or a list that holds it; null if it is not true.</summary>
    public static DocumentNode? Matching(DocumentNode root, string setting)
    {
        var equals = setting.LastIndexOf('=');
        var value = setting[(equals + 1)..];
        var node = At(root, setting[..equals]);
        if (node.IsScalar && node.Text.Equals(value, StringComparison.OrdinalIgnoreCase))
            return node;
        return node.Items.FirstOrDefault(i => i.IsScalar && i.Text == value);
    }
}
