namespace SupplyChain.Events;

/// <summary>Which subjects of events are wanted: one, or all that begin with what stands before a <c>*</c>.</summary>
internal static class SubjectPattern
{
    /// <summary>The longest: two ids of a stock item, its kind, and what parts them.</summary>
    public const int MaxLength = 300;

    /// <summary>Why no subject can fit; null when one can.</summary>
    public static string? Fault(string? pattern) => pattern switch
    {
        null => null,
        "" => "A subject is not empty: it is written as order/ERP-4711, or order/* for all orders.",
        { Length: > MaxLength } => $"A subject has at most {MaxLength} characters.",
        _ when pattern.IndexOf('*', StringComparison.Ordinal) is >= 0 and var at && at < pattern.Length - 1 =>
            "A '*' may stand at the end of a subject only.",
        _ => null,
    };

    /// <summary>Whether a subject is wanted.</summary>
    public static bool Fits(string? pattern, string subject) =>
        pattern is null
        || (pattern.EndsWith('*')
            ? subject.AsSpan().StartsWith(pattern.AsSpan(..^1), StringComparison.Ordinal)
            : subject == pattern);
}
