namespace SupplyChain;

/// <summary>
/// When the state of a stream is worth a snapshot. Writing one costs as much as the state is big, so as much has to
/// have happened since the last one: what snapshots write stays in proportion to what events do, however big a state
/// grows, and an activation reads little more behind a snapshot than in it.
/// </summary>
/// <param name="version">The version of the newest snapshot; 0 when there is none.</param>
/// <param name="bytes">Its size.</param>
internal struct SnapshotPace(long version, long bytes)
{
    private const int MinEvents = 500;
    private const int SizeOfEvents = 2;

    private long _bytes = bytes;
    private long _bytesSince;

    /// <summary>The version of the newest snapshot, written or about to be; 0 when there is none.</summary>
    public long Version { get; private set; } = version;

    /// <summary>An event of that size follows.</summary>
    public void Follow(int bytes) => _bytesSince += bytes;

    /// <summary>Whether the state of a version is to be written now; when it is, it counts as written.</summary>
    public bool Take(long version)
    {
        if (version - Version < MinEvents || _bytesSince * SizeOfEvents < Volatile.Read(ref _bytes))
        {
            return false;
        }
        (Version, _bytesSince) = (version, 0);
        return true;
    }

    /// <summary>Takes the size of the snapshot that was written; on any thread.</summary>
    public void Measured(long bytes) => Volatile.Write(ref _bytes, bytes);
}
