using System.Text;

namespace SupplyChain;

/// <summary>
/// Unicode's Normalization Form C (UAX #15). The runtime leaves every text as it is where it runs without ICU, as our
/// nodes do; a text has to become the same identifier everywhere (<c>Composition.txt</c>).
/// </summary>
internal static class Nfc
{
    /// <summary>Before it every text is in NFC.</summary>
    private const char FirstConcerned = '\u0300';

    private static readonly Lazy<Composition> Tables = new(Composition.Load);

    /// <summary>The text in NFC. It must not have half of a surrogate pair.</summary>
    public static string Of(string text)
    {
        if (text.All(letter => letter < FirstConcerned))
            return text;
        var runes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Tables.Value.Decompose(rune.Value, runes);
        var composed = new StringBuilder(text.Length);
        foreach (var rune in Compose(Sort(runes)))
            composed.Append(char.ConvertFromUtf32(rune));
        return composed.ToString();
    }

    /// <summary>Marks of a base stand by their class; those of one class keep their order.</summary>
    private static List<int> Sort(List<int> runes)
    {
        for (var at = 1; at < runes.Count; at++)
        {
            var rank = Tables.Value.Class(runes[at]);
            for (var to = at; rank > 0 && to > 0 && Tables.Value.Class(runes[to - 1]) > rank; to--)
                (runes[to - 1], runes[to]) = (runes[to], runes[to - 1]);
        }

        return runes;
    }

    private static List<int> Compose(List<int> runes)
    {
        var composed = new List<int>(runes.Count);
        var (starter, last) = (-1, 0);
        foreach (var rune in runes)
        {
            var rank = Tables.Value.Class(rune);
            var adjacent = starter == composed.Count - 1;
            if (starter >= 0 && (adjacent || (last < rank && last > 0))
                && Tables.Value.Compose(composed[starter], rune) is { } one)
            {
                composed[starter] = one;
                continue;
            }

            if (rank == 0)
                starter = composed.Count;
            last = rank;
            composed.Add(rune);
        }

        return composed;
    }
}
