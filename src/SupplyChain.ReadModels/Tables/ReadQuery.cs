using System.Numerics;
using System.Text;
using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>
/// A question put together from conditions. Values are always parameters, in the order they are named.
/// </summary>
internal sealed class ReadQuery
{
    private readonly StringBuilder _sql = new();
    private readonly List<object> _values = [];

    /// <summary>Begins with a text and its values.</summary>
    public ReadQuery(string sql, params ReadOnlySpan<object> values) => Add(sql, values);

    /// <summary>Goes on with a text and its values.</summary>
    public ReadQuery Add(string sql, params ReadOnlySpan<object> values)
    {
        _sql.Append(sql).Append('\n');
        _values.AddRange(values);
        return this;
    }

    /// <summary>One more condition, unless the value is null.</summary>
    public ReadQuery And(string condition, object? value) =>
        value is null ? this : Add("AND " + condition, value);

    /// <summary>One more condition, unless the filter has no values.</summary>
    public ReadQuery And(SqlDialect dialect, Filter filter) => filter.Values switch
    {
        [] => this,
        [var only] => And($"{filter.Column} = ?", only),
        var values => And(dialect.In(filter.Column, values), dialect.List(values)),
    };

    /// <summary>The same with several filters.</summary>
    public ReadQuery And(SqlDialect dialect, Filter[] filters) =>
        filters.Aggregate(this, (sql, filter) => sql.And(dialect, filter));

    /// <summary>One more condition, unless the filter has no values: a row of another table has one of them.</summary>
    /// <param name="dialect">How the database says it.</param>
    /// <param name="column">What the other table calls by its own column.</param>
    /// <param name="other">The other table and its column.</param>
    /// <param name="tenant">Whose rows.</param>
    /// <param name="filter">What they have.</param>
    public ReadQuery AndIn(
        SqlDialect dialect, string column, (string Table, string Column) other, TenantId tenant, Filter filter) =>
        filter.Values.Length == 0
            ? this
            : Add($"AND {column} IN (SELECT {other.Column} FROM {other.Table} WHERE tenant = ?", tenant.Value)
                .And(dialect, filter).Add(")");

    /// <summary>One more condition, if it is wanted.</summary>
    public ReadQuery AndIf(bool wanted, string condition) => wanted ? Add("AND " + condition) : this;

    /// <summary>One more condition, unless the text is empty: one of the columns contains it.</summary>
    public ReadQuery AndContains(SqlDialect dialect, string? text, params string[] columns)
    {
        if (text is not { Length: > 0 })
        {
            return this;
        }
        var any = string.Join(" OR ", columns.Select(column => $"{column} {dialect.Like} ? ESCAPE '\\'"));
        var pattern = SqlDialect.Containing(text);
        return Add($"AND ({any})", [.. columns.Select(_ => pattern)]);
    }

    /// <summary>
    /// The first rows of any of several questions about a table <c>d</c>, each row once. Every question goes its own
    /// way through an index, as far as the limit, which one question about all of their values could not.
    /// </summary>
    public static ReadQuery First(int limit, string order, IEnumerable<ReadQuery> questions) =>
        First(limit, order, questions.Select(question => (question, order)));

    /// <summary>The same, where a question can call the order by other names.</summary>
    public static ReadQuery First(int limit, string order, IEnumerable<(ReadQuery Question, string Order)> questions)
    {
        var ways = questions.Select(way => way.Question.Add($"ORDER BY {way.Order} LIMIT ?", limit)).ToArray();
        if (ways.Length == 1)
        {
            return ways[0];
        }
        var any = new ReadQuery("SELECT * FROM (");
        // Of ever twice as many, so that few different texts are prepared.
        for (var i = 0; i < BitOperations.RoundUpToPowerOf2((uint)ways.Length); i++)
        {
            var way = ways[Math.Min(i, ways.Length - 1)];
            any.Add(FormattableString.Invariant($"{(i > 0 ? "UNION " : "")}SELECT * FROM ({way._sql}) AS q{i}"));
            any._values.AddRange(way._values);
        }
        return any.Add($") AS d ORDER BY {order} LIMIT ?", limit);
    }

    /// <summary>Becomes a part of another question.</summary>
    public ReadQuery Within(string before, string after)
    {
        _sql.Insert(0, before);
        return Add(after);
    }

    /// <summary>Goes on with one more value.</summary>
    public ReadQuery With(object value)
    {
        _values.Add(value);
        return this;
    }

    /// <summary>Every row's value.</summary>
    public List<T> All<T>(IReadSession session, Func<IRow, T> read) => Bound(session).All(read);

    /// <summary>The first row's value.</summary>
    public T? First<T>(IReadSession session, Func<IRow, T> read) => Bound(session).First(read);

    /// <summary>Every row, one at a time.</summary>
    public void Each(IReadSession session, Action<IRow> read) => Bound(session).Each(read);

    private IQuestion Bound(IReadSession session)
    {
        var statement = session[_sql.ToString()];
        for (var i = 0; i < _values.Count; i++)
        {
            statement = _values[i] switch
            {
                string text => statement.Bind(i + 1, text),
                int number => statement.Bind(i + 1, number),
                long number => statement.Bind(i + 1, number),
                double number => statement.Bind(i + 1, number),
                DateOnly date => statement.Bind(i + 1, date.DayNumber),
                DateTimeOffset at => statement.Bind(i + 1, JournalTime.ToMicroseconds(at)),
                var other => throw new ArgumentException($"{other} is no parameter."),
            };
        }
        return statement;
    }
}
