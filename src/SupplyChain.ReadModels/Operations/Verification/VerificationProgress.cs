namespace SupplyChain.Operations.Verification;

/// <summary>How far a verification is; looked at by any thread.</summary>
public sealed class VerificationProgress
{
    private long _read;
    private long _about;

    /// <summary>Events read so far.</summary>
    public long EventsRead => Volatile.Read(ref _read);

    /// <summary>About how many there are; null while unknown.</summary>
    public long? Events => Volatile.Read(ref _about) is > 0 and var about ? Math.Max(about, EventsRead) : null;

    /// <summary>Says about how many events there will be.</summary>
    internal void Expect(long? about) => Volatile.Write(ref _about, about ?? 0);

    /// <summary>Says how many events were read.</summary>
    internal void Read(long events) => Volatile.Write(ref _read, events);
}
