namespace SupplyChain.Tables;

/// <summary>What the values of a field are in the tables.</summary>
internal enum SortKind
{
    Number,
    Real,
    Text,
}

/// <summary>A field that a list can be sorted by.</summary>
/// <param name="Field">As the item calls it.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Sql">Where they are.</param>
/// <param name="Value">The value of an item, as it is in the tables.</param>
internal sealed record SortKey<T>(string Field, SortKind Kind, string Sql, Func<T, object?> Value)
{
    private const string Largest = "9223372036854775807";

    /// <summary>Whether a value may be missing.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>What tells that a value is missing.</summary>
    public string Missing { get; private init; } = "IS NULL";

    /// <summary>What tells that it is not.</summary>
    public string Present { get; private init; } = "IS NOT NULL";

    /// <summary>Whether an index begins with it, for a list that nothing filters.</summary>
    public bool Indexed { get; init; }

    /// <summary>
    /// Whether there are so few values that each has a large part of the list: an index then leads to each in turn,
    /// while the whole part of the first one would have to be sorted by what comes behind it.
    /// </summary>
    public bool FewValues { get; init; }

    /// <summary>Whether the largest comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>Where it is in a question.</summary>
    public string Expression(SqlDialect dialect) => Kind == SortKind.Text ? dialect.ByCodePoint(Sql) : Sql;

    /// <summary>Whether a value lies behind another one that is not missing.</summary>
    public string Behind => Descending ? "<" : ">";

    /// <summary>A field of numbers, or of what is kept as one.</summary>
    public static SortKey<T> Number(string field, string sql, Func<T, long?> value) =>
        new(field, SortKind.Number, sql, item => value(item));

    /// <summary>A field of text.</summary>
    public static SortKey<T> Text(string field, string sql, Func<T, string?> value) =>
        new(field, SortKind.Text, sql, value);

    /// <summary>
    /// The same, of numbers with an index: what is missing is the largest there, because an engine takes "is null" for
    /// no good reason to use one.
    /// </summary>
    public SortKey<T> LargestWhenMissing() =>
        (this with { Sql = $"coalesce({Sql}, {Largest})" }).IsLargestWhenMissing();

    /// <summary>The same, of a column that has the largest number itself where a value is missing.</summary>
    public SortKey<T> IsLargestWhenMissing() => this with
    {
        MayBeNull = true,
        Missing = $"= {Largest}",
        Present = $"< {Largest}",
    };
}
