namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>A text to search for, as a pattern of <c>LIKE</c> whose escape is a backslash.</summary>
internal static class TextPattern
{
    /// <summary>What contains the text as it is.</summary>
    public static string Of(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
