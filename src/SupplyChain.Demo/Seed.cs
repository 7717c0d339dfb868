namespace SupplyChain.Demo;

/// <summary>
/// What the whole demo world grows from. Every purpose draws from a stream of its own, so a new actor, customer or
/// product changes nothing for the others, and any moment can be drawn again without the ones before it.
/// </summary>
internal readonly record struct Seed(ulong Value)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The random numbers of one purpose, for one party and one moment.</summary>
    /// <param name="purpose">What they decide.</param>
    /// <param name="party">Whom they are for.</param>
    /// <param name="moment">The moment, counted as the purpose likes.</param>
    public Chance For(string purpose, string party = "", long moment = 0)
    {
        var hash = Absorb(Absorb(FnvOffset ^ Value, purpose), party);
        return new Chance((hash ^ (ulong)moment) * FnvPrime);
    }

    private static ulong Absorb(ulong hash, string text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * FnvPrime;
        return (hash ^ char.MaxValue) * FnvPrime;
    }
}
