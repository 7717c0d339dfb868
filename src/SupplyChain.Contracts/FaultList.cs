namespace SupplyChain;

/// <summary>Collects the faulty fields of a command; pointers are only built for faults.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> _faults = [];
    private string _list = "";
    private int _index = -1;

    /// <summary>What was found.</summary>
    public Items<Fault> All => _faults.Count == 0 ? default : _faults.ToItems();

    /// <summary>From here on members belong to an element of a list.</summary>
    public void Enter(string list, int index) => (_list, _index) = (list, index);

    /// <summary>From here on members belong to the command itself.</summary>
    public void Leave() => (_list, _index) = ("", -1);

    /// <summary>Notes a fault of a member.</summary>
    public void Add(string member, string code, string message) =>
        _faults.Add(new Fault(_index < 0 ? $"/{member}" : $"/{_list}/{_index}/{member}", code, message));

    /// <summary>An identifier that must be there.</summary>
    public void Id<T>(string member, T id) where T : struct, IIdentifier<T>
    {
        if (string.IsNullOrEmpty(id.Value))
            Add(member, FaultCodes.Required, $"'{member}' is required.");
        else if (!Identifier.IsValid(id.Value))
            Add(member, FaultCodes.MalformedId, Identifier.Explain(member, id.Value));
    }

    /// <summary>An identifier that may be absent.</summary>
    public void Id<T>(string member, T? id) where T : struct, IIdentifier<T>
    {
        if (id is { } given)
            Id(member, given);
    }

    /// <summary>A whole number in a range.</summary>
    public void Range(string member, long value, long from, long to)
    {
        if (value < from || value > to)
            Add(member, FaultCodes.OutOfRange, Invariant($"'{member}' is not from {from:N0} to {to:N0}."));
    }

    /// <summary>A measure that may be absent.</summary>
    public void Measure(string member, double? value, double from, double to)
    {
        if (value is { } given && !(given >= from && given <= to))
            Add(member, FaultCodes.OutOfRange, Invariant($"'{member}' is not from {from:N0} to {to:N0}."));
    }

    /// <summary>How many elements a list has.</summary>
    public void Count(string member, int count)
    {
        if (count is < 1 or > Limits.MaxLines)
            Add(member, FaultCodes.OutOfRange, Invariant($"'{member}' has {count:N0} elements, not 1 to 1,000."));
    }

    /// <summary>An amount of money that may be absent.</summary>
    public void Money(string member, Money? money)
    {
        if (money is null)
            return;
        if (money.Amount is < 0 or > Limits.MaxAmount)
            Add($"{member}/amount", FaultCodes.OutOfRange, "The amount is not from 0 to 1,000,000,000,000,000.");
        if (money.Currency is not { Length: 3 } || !money.Currency.All(char.IsAsciiLetterUpper))
            Add($"{member}/currency", FaultCodes.Invalid, "A currency is three capital letters (ISO 4217).");
    }

    /// <summary>A calendar date that may be absent.</summary>
    public void Date(string member, DateOnly? date)
    {
        if (date is { Year: < Limits.FirstYear or > Limits.LastYear })
            Add(member, FaultCodes.OutOfRange, $"'{member}' is not in the years 1900 to 2999.");
    }

    /// <summary>When a fact happened: the past, or a clock that is a little ahead.</summary>
    public void OccurredAt(OccurredAt occurredAt, DateTimeOffset now)
    {
        if (occurredAt.Instant is not { } instant)
            return;
        if (instant > now + Limits.ClockTolerance)
            Add("occurredAt", FaultCodes.OutOfRange, "'occurredAt' is more than 5 minutes ahead.");
        else if (instant.Year < Limits.FirstYear)
            Add("occurredAt", FaultCodes.OutOfRange, "'occurredAt' is before the year 1900.");
    }

    /// <summary>A line number; each only once.</summary>
    public void Line(string member, int line, HashSet<int> seen)
    {
        if (line is < 1 or > Limits.MaxLineNumber)
            Range(member, line, 1, Limits.MaxLineNumber);
        else if (!seen.Add(line))
            Add(member, FaultCodes.Duplicate, Invariant($"Line {line} is there twice."));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
