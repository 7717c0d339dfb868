namespace SupplyChain.Planner.Search;

/// <summary>
/// How well something fits what was typed: every word must be in its name or beside it; the name itself comes first,
/// then names that begin so, then names with a part that begins so.
/// </summary>
internal static class Ranking
{
    private const int Exact = 0;
    private const int Beginning = 1;
    private const int Part = 2;
    private const int Inside = 3;
    private const int Beside = 4;

    private static readonly char[] Separators = [' ', '-', '~', '_', '.', ':', '/'];

    /// <summary>The words of what was typed.</summary>
    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What fits, the best first; what fits alike stays in its order.</summary>
    public static IEnumerable<Found> Best(this IEnumerable<Found> all, string text) => all
        .Select(found => (found, Rank: Of(found, text)))
        .Where(one => one.Rank is not null)
        .OrderBy(one => one.Rank)
        .Select(one => one.found);

    /// <summary>Less is better; null when a word is nowhere.</summary>
    public static int? Of(Found found, string text)
    {
        if (found.Title.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            return Exact;
        var total = 0;
        foreach (var word in Words(text))
        {
            if (Of(found, word.AsSpan()) is not { } rank)
                return null;
            total += rank;
        }

        return total;
    }

    private static int? Of(Found found, ReadOnlySpan<char> word)
    {
        var title = found.Title.AsSpan();
        var at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at == 0)
            return Beginning;
        if (at > 0)
            return Separators.AsSpan().Contains(title[at - 1]) ? Part : Inside;
        return found.Context.AsSpan().Contains(word, StringComparison.OrdinalIgnoreCase) ? Beside : null;
    }
}
