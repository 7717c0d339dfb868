using System.Linq.Expressions;
using System.Reflection;
using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>
/// A member of a list's items: where its value is, how it is read, and how it is sorted by, if the list can be. All of
/// it follows from the member's type, unless something else is said.
/// </summary>
/// <param name="Name">The member, as the list calls it: <c>requestedBy</c>.</param>
/// <param name="Sql">Where the value is; several places of a member that is put together.</param>
internal sealed record ReadColumn<T>(string Name, params string[] Sql)
{
    /// <summary>Reads a member that is put together, given a row and the number of its first column.</summary>
    public Func<IRow, int, object?>? Read { get; init; }

    /// <summary>Whether it is an instant whose offset matters: a text, beside what it is sorted by.</summary>
    public bool WithOffset { get; init; }

    /// <summary>What it is sorted by; null for where it is read from.</summary>
    public string? SortedBy { get; init; }

    /// <summary>What it is called where it is sorted by; null for its name.</summary>
    public string? Field { get; init; }

    /// <summary>How it is sorted by, of a member that is put together.</summary>
    public SortKey<T>? Key { get; init; }

    /// <summary>See <see cref="SortKey{T}.Indexed"/>.</summary>
    public bool Indexed { get; init; }

    /// <summary>See <see cref="SortKey{T}.FewValues"/>.</summary>
    public bool FewValues { get; init; }

    /// <summary>Whether what is missing is the largest: see <see cref="SortKey{T}.LargestWhenMissing"/>.</summary>
    public bool LargestWhenMissing { get; init; }

    /// <summary>The same, where the column itself has it: see <see cref="SortKey{T}.IsLargestWhenMissing"/>.</summary>
    public bool IsLargestWhenMissing { get; init; }

    /// <summary>How the list is sorted by it.</summary>
    public SortKey<T> ToKey()
    {
        if (Key is not null)
        {
            return Key;
        }
        var member = typeof(T).GetProperty(Name, BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public)
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no member '{Name}'.");
        var item = Expression.Parameter(typeof(T));
        var value = Expression.Lambda<Func<T, object?>>(
            Expression.Convert(Expression.Property(item, member), typeof(object)), item).Compile();
        var key = new SortKey<T>(Field ?? Name, KindOf(member.PropertyType), SortedBy ?? Sql[0], it => Kept(value(it)))
        {
            MayBeNull = new NullabilityInfoContext().Create(member).ReadState == NullabilityState.Nullable,
            Indexed = Indexed,
            FewValues = FewValues,
        };
        return LargestWhenMissing ? key.LargestWhenMissing()
            : IsLargestWhenMissing ? key.IsLargestWhenMissing()
            : key;
    }

    /// <summary>Reads an argument of an item's constructor from a row, given the number of its first column.</summary>
    public Expression ToArgument(ParameterInfo argument, Expression row, int first)
    {
        var (type, at) = (argument.ParameterType, Expression.Constant(first));
        if (Read is not null)
        {
            return Expression.Convert(Expression.Invoke(Expression.Constant(Read), row, at), type);
        }
        if (WithOffset)
        {
            return Expression.Call(typeof(RowValues), nameof(RowValues.InstantOrNull), null, row, at);
        }
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        Expression value = inner switch
        {
            _ when inner == typeof(string) => Of(nameof(IRow.Text)),
            _ when inner == typeof(double) => Of(nameof(IRow.Double)),
            _ when inner == typeof(bool) => Expression.NotEqual(Number(), Expression.Constant(0L)),
            _ when inner == typeof(DateOnly) => Expression.Call(
                typeof(DateOnly), nameof(DateOnly.FromDayNumber), null, Expression.Convert(Number(), typeof(int))),
            _ when inner == typeof(DateTimeOffset) => Expression.Call(
                typeof(JournalTime), nameof(JournalTime.FromMicroseconds), null, Number()),
            { IsEnum: true } => Expression.Convert(Number(), inner),
            { IsPrimitive: true } => Expression.Convert(Number(), inner),
            // An identifier, or the owner of a demand.
            _ => Expression.New(inner.GetConstructor([typeof(string)])!, Of(nameof(IRow.Text))),
        };
        return new NullabilityInfoContext().Create(argument).ReadState != NullabilityState.Nullable
            ? value
            : Expression.Condition(
                Expression.Call(row, nameof(IRow.IsNull), null, at), Expression.Default(type),
                Expression.Convert(value, type));

        Expression Of(string method) => Expression.Call(row, method, null, at);

        Expression Number() => Of(nameof(IRow.Int64));
    }

    private static SortKind KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var inner when inner == typeof(double) => SortKind.Real,
        var inner when inner == typeof(DateOnly) || inner == typeof(DateTimeOffset) => SortKind.Number,
        { IsEnum: true } or { IsPrimitive: true } => SortKind.Number,
        _ => SortKind.Text,
    };

    /// <summary>A value as it is in the tables.</summary>
    private static object? Kept(object? value) => value switch
    {
        null or string or long or double => value,
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        Enum one => Convert.ToInt64(one, null),
        DateOnly date => (long)date.DayNumber,
        DateTimeOffset at => JournalTime.ToMicroseconds(at),
        _ => value.ToString(),
    };
}
