namespace SupplyChain;

/// <summary>
/// What is wrong about a body: parts that cannot be read, and values that are missing or not allowed.
/// </summary>
internal sealed class BodyFaults
{
    /// <summary>More would only help an attacker.</summary>
    private const int MaxReportedFaults = 1_000;

    private readonly List<Fault> _faults = [];

    /// <summary>Whether something could not even be read.</summary>
    public bool AnyUnreadable { get; private set; }

    /// <summary>What was noted, at most 1,000.</summary>
    public IReadOnlyList<Fault> All => _faults;

    /// <summary>Notes something that cannot be read: a wrong type, an unknown member, a malformed id.</summary>
    public void Unreadable(string pointer, string code, string message)
    {
        AnyUnreadable = true;
        Add(pointer, code, message);
    }

    /// <summary>Notes a value that can be read and is not allowed, or is missing.</summary>
    public void Invalid(string pointer, string code, string message) => Add(pointer, code, message);

    /// <summary>Adds what the command itself finds faulty, unless the same member was noted already.</summary>
    public void Merge(Items<Fault> found)
    {
        var known = _faults.Select(fault => fault.Pointer).ToHashSet(StringComparer.Ordinal);
        _faults.AddRange(found.Where(fault => !known.Contains(fault.Pointer)));
    }

    private void Add(string pointer, string code, string message)
    {
        if (_faults.Count < MaxReportedFaults)
            _faults.Add(new Fault(pointer, code, message));
    }
}
