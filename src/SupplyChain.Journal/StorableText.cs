namespace SupplyChain.Journal;

/// <summary>
/// What no store can keep must not get into a batch, where it would fail the other appends too.
/// </summary>
internal static class StorableText
{
    /// <summary>Refuses a text with a character NUL or half a surrogate pair.</summary>
    /// <exception cref="ArgumentException">It has one.</exception>
    public static void Demand(string? text, string name)
    {
        if (text is not null && (text.Contains('\0') || HasLoneSurrogate(text)))
        {
            throw new ArgumentException("The text holds a character that cannot be stored.", name);
        }
    }

    /// <summary>Refuses a stream whose names cannot be stored.</summary>
    /// <exception cref="ArgumentException">They cannot.</exception>
    public static void Demand(StreamId stream)
    {
        Demand(stream.Tenant.Value, nameof(stream));
        Demand(stream.Kind, nameof(stream));
        Demand(stream.Id, nameof(stream));
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }
        return false;
    }
}
