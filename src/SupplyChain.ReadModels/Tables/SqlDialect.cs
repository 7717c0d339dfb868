using System.Text.RegularExpressions;

namespace SupplyChain.Tables;

/// <summary>Everything about the read tables in which the two databases differ.</summary>
internal abstract partial class SqlDialect
{
    public static readonly SqlDialect Sqlite = new OfSqlite();
    public static readonly SqlDialect Postgres = new OfPostgres();

    /// <summary>Matches a pattern; whether a letter of ASCII is upper or lower case does not matter.</summary>
    public abstract string Like { get; }

    /// <summary>A pattern, escaped by a backslash, of what contains a text.</summary>
    public static string Containing(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>Joins a table whose rows are looked up for each row of the one before.</summary>
    public abstract string LookUp { get; }

    /// <summary>
    /// Reads the table before it along one of its indexes, whose condition is among those of the question. Nearly all
    /// rows have the same tenant, which an engine that knows nothing of the rows takes for the way to few of them.
    /// </summary>
    public abstract string Along(string index);

    /// <summary>Whether grouping many rows needs no sorting of them.</summary>
    public abstract bool GroupsUnsorted { get; }

    /// <summary>A text that is compared by its code points, whatever its column says.</summary>
    public abstract string ByCodePoint(string text);

    /// <summary>A value that is not to lead to an index.</summary>
    public abstract string Unindexed(string value);

    /// <summary>Whether a column has one of the values of one parameter, see <see cref="List(object[])"/>.</summary>
    public abstract string In(string column, object[] values);

    /// <summary>
    /// Joins the members of a JSON object, <c>key</c> and <c>value</c>; none, but the row stays, where it is null.
    /// </summary>
    public abstract string Members(string json, string alias);

    /// <summary>Whether a text of words with spaces between them has the word of a parameter.</summary>
    public abstract string Has(string words);

    /// <summary>Values as one parameter.</summary>
    public abstract string List(object[] values);

    /// <summary>A question in the database's own way to write parameters.</summary>
    public abstract string Question(string sql);

    /// <summary>A change, of one row or of many at once, in the tables with that prefix.</summary>
    public string Change(RowChange change, string prefix = "") => change.Kind switch
    {
        RowChangeKind.Upsert => $"""
            INSERT INTO {prefix}{change.Table} ({string.Join(", ", change.Columns)})
            {Rows(change)}
            ON CONFLICT ({string.Join(", ", change.Key)}) {Conflict(change)}
            """,
        RowChangeKind.Update => Update(change, prefix),
        RowChangeKind.Delete => Delete(change, prefix) + (change.Zero is null ? "" : $" AND {change.Zero} = 0"),
        _ => throw new System.Diagnostics.UnreachableException($"{change.Kind}"),
    };

    /// <summary>What takes many rows into a table of PostgreSQL.</summary>
    public static string Copy(RowChange change, string prefix) =>
        $"COPY {prefix}{change.Table} ({string.Join(", ", change.Columns)}) FROM STDIN (FORMAT BINARY)";

    protected abstract string Rows(RowChange change);
    protected abstract string Update(RowChange change, string prefix);
    protected abstract string Delete(RowChange change, string prefix);

    private static string Conflict(RowChange change)
    {
        string[] changes =
        [
            .. change.Set.Select(column => $"{column} = excluded.{column}"),
            .. change.Added.Select(column => $"{column} = {change.Table}.{column} + excluded.{column}"),
            .. change.Appended.Select(column => $"{column} = {change.Table}.{column} || excluded.{column}"),
        ];
        return changes.Length == 0 ? "DO NOTHING" : $"DO UPDATE SET {string.Join(", ", changes)}";
    }

    private static string Each(string[] columns, string separator, Func<string, int, string> text) =>
        string.Join(separator, columns.Select(text));

    /// <summary>One row at a time; a value is the parameter of its number.</summary>
    private sealed class OfSqlite : SqlDialect
    {
        public override string Like => "LIKE";

        // The engine keeps the order of such a join; else it may begin with the larger table.
        public override string LookUp => "CROSS JOIN";

        public override string Along(string index) => $"INDEXED BY {index}";

        public override bool GroupsUnsorted => false;

        public override string ByCodePoint(string text) => text;

        public override string Unindexed(string value) => $"+({value})";

        public override string In(string column, object[] values) =>
            $"{column} IN (SELECT value FROM json_each(?))";

        public override string Members(string json, string alias) => $"LEFT JOIN json_each({json}) {alias}";

        public override string Has(string words) => $"instr(' ' || {words} || ' ', ' ' || ? || ' ') > 0";

        public override string List(object[] values) => System.Text.Json.JsonSerializer.Serialize(values);

        public override string Question(string sql) => sql;

        protected override string Rows(RowChange change) =>
            $"VALUES ({Each(change.Columns, ", ", (_, i) => $"?{i + 1}")})";

        protected override string Update(RowChange change, string prefix) =>
            $"UPDATE {prefix}{change.Table} SET "
            + Each(change.Set, ", ", (column, i) => $"{column} = ?{change.Key.Length + i + 1}") + Where(change);

        protected override string Delete(RowChange change, string prefix) =>
            $"DELETE FROM {prefix}{change.Table}" + Where(change);

        private static string Where(RowChange change) =>
            " WHERE " + Each(change.Key, " AND ", (column, i) => $"{column} = ?{i + 1}");
    }

    /// <summary>As many rows as there are; each parameter is a whole column of them.</summary>
    private sealed partial class OfPostgres : SqlDialect
    {
        public override string Like => "ILIKE";

        public override string LookUp => "JOIN";

        // It knows its rows well enough to decide that itself.
        public override string Along(string index) => "";

        public override bool GroupsUnsorted => true;

        public override string ByCodePoint(string text) => $"{text} COLLATE \"C\"";

        public override string Unindexed(string value) => value;

        public override string In(string column, object[] values) =>
            $"{column} = ANY (CAST(? AS {(values[0] is string ? "text" : "bigint")}[]))";

        public override string Members(string json, string alias) =>
            $"""
            LEFT JOIN LATERAL (
                SELECT key COLLATE "C" AS key, value FROM json_each_text(CAST({json} AS json))) {alias} ON true
            """;

        public override string Has(string words) => $"strpos(' ' || {words} || ' ', ' ' || ? || ' ') > 0";

        public override string List(object[] values) => $"{{{string.Join(',', values.Select(Element))}}}";

        private static string Element(object value) => value is string text
            ? $"\"{Quoted().Replace(text, "\\$0")}\""
            : FormattableString.Invariant($"{value}");

        public override string Question(string sql)
        {
            var next = 0;
            return Parameter().Replace(sql, found =>
                "$" + (found.Length > 1 ? found.Value[1..] : FormattableString.Invariant($"{++next}")));
        }

        protected override string Rows(RowChange change) => $"SELECT * FROM {Unnested(change)}";

        protected override string Update(RowChange change, string prefix) =>
            $"UPDATE {prefix}{change.Table} AS t SET {Each(change.Set, ", ", (column, _) => $"{column} = r.{column}")} "
            + $"FROM {Unnested(change)}{Where(change)}";

        protected override string Delete(RowChange change, string prefix) =>
            $"DELETE FROM {prefix}{change.Table} AS t USING {Unnested(change)}{Where(change)}";

        private static string Unnested(RowChange change) =>
            $"unnest({Each(change.Columns, ", ", (_, i) => $"${i + 1}")}) AS r ({string.Join(", ", change.Columns)})";

        private static string Where(RowChange change) =>
            " WHERE " + Each(change.Key, " AND ", (column, _) => $"t.{column} = r.{column}");

        [GeneratedRegex(@"[\\""]")]
        private static partial Regex Quoted();

        [GeneratedRegex(@"\?\d*")]
        private static partial Regex Parameter();
    }
}
