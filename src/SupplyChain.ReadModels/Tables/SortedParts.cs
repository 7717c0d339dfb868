namespace SupplyChain.Tables;

/// <summary>
/// The questions that together list what lies behind a place of a sorted list, in order. <paramref name="select"/>
/// begins a question about columns of the list; <paramref name="whole"/> says that one has to do.
/// </summary>
internal sealed class SortedParts<T>(
    SqlDialect dialect, SortKey<T>[] keys, bool whole, string columns, Func<string, ReadQuery> select)
{
    // Only the first field is to lead to an index of its own, and none when conditions are what leads to the rows.
    private readonly string[] _sql =
        [.. keys.Select((key, i) => Expression(dialect, key, whole || key.FewValues && i > 0))];

    /// <summary>The questions, to be asked as long as rows are wanted.</summary>
    public IEnumerable<ReadQuery> Questions(IReadSession session, object?[]? after) =>
        whole ? [Whole(after)] : ByIndex(session, after);

    private static string Expression(SqlDialect dialect, SortKey<T> key, bool unindexed) =>
        unindexed ? dialect.Unindexed(key.Expression(dialect)) : key.Expression(dialect);

    /// <summary>One question, whose rows the engine sorts.</summary>
    private ReadQuery Whole(object?[]? after)
    {
        var sql = select(columns);
        if (after is not null)
        {
            sql.Add("AND (");
            AddBehind(sql, after, 0);
            sql.Add(")");
        }
        return Ordered(sql, 0, present: false);
    }

    /// <summary>
    /// Questions of which each goes one way through an index: first what equals the place in all fields but the last,
    /// and so on up to what equals it in none; what has no value comes behind what has one. The engines find no such
    /// way by themselves when directions differ or values are missing.
    /// </summary>
    private IEnumerable<ReadQuery> ByIndex(IReadSession session, object?[]? after)
    {
        if (after is null)
        {
            return From(session, [], null);
        }
        return Enumerable.Range(0, keys.Length).Reverse().Where(i => after[i] is not null)
            .SelectMany(i => From(session, after[..i], after[i]));
    }

    /// <summary>What has these values in the first fields, and in the next one a value behind another.</summary>
    private IEnumerable<ReadQuery> From(IReadSession session, object?[] fixedValues, object? behind)
    {
        var i = fixedValues.Length;
        if (i == 0 && keys[0].FewValues)
        {
            for (var value = Next(session, behind); value is not null; value = Next(session, value))
            {
                foreach (var part in From(session, [value], null))
                {
                    yield return part;
                }
            }
            yield break;
        }
        var sql = Fixed(fixedValues);
        if (behind is not null)
        {
            sql.Add($"AND {Behind(i)}", behind);
        }
        else if (keys[i].MayBeNull)
        {
            sql.Add($"AND {_sql[i]} {keys[i].Present}");
        }
        yield return Ordered(sql, i, present: true);
        if (keys[i].MayBeNull)
        {
            yield return Ordered(Fixed([.. fixedValues, null]), i + 1, present: false);
        }
    }

    private object? Next(IReadSession session, object? behind)
    {
        var sql = select($"SELECT {_sql[0]}");
        if (behind is not null)
        {
            sql.Add($"AND {_sql[0]} {keys[0].Behind} ?", behind);
        }
        return sql.Add($"ORDER BY {Order(0)} LIMIT 1").First(session, row => (object)row.Int64(0));
    }

    private ReadQuery Fixed(object?[] values)
    {
        var sql = select(columns);
        for (var i = 0; i < values.Length; i++)
        {
            AddEqual(sql.Add("AND"), i, values[i]);
        }
        return sql;
    }

    private void AddBehind(ReadQuery sql, object?[] after, int i)
    {
        if (i == keys.Length)
        {
            sql.Add("1 = 0");
            return;
        }
        if (after[i] is { } value)
        {
            sql.Add($"{Behind(i)} OR", value);
            if (keys[i].MayBeNull)
            {
                sql.Add($"{_sql[i]} {keys[i].Missing} OR");
            }
        }
        AddEqual(sql, i, after[i]);
        sql.Add("AND (");
        AddBehind(sql, after, i + 1);
        sql.Add(")");
    }

    private void AddEqual(ReadQuery sql, int i, object? value)
    {
        if (value is null)
        {
            sql.Add($"{_sql[i]} {keys[i].Missing}");
        }
        else
        {
            sql.Add($"{_sql[i]} = ?", value);
        }
    }

    private ReadQuery Ordered(ReadQuery sql, int from, bool present)
    {
        var order = Enumerable.Range(from, keys.Length - from).Select(i =>
            keys[i].MayBeNull && !(present && i == from) ? $"{_sql[i]} {keys[i].Missing}, {Order(i)}" : Order(i));
        return sql.Add($"ORDER BY {string.Join(", ", order)} LIMIT ?");
    }

    /// <summary>Whether there is a value, and it lies behind another.</summary>
    private string Behind(int i) => keys[i].MayBeNull
        ? $"{_sql[i]} {keys[i].Behind} ? AND {_sql[i]} {keys[i].Present}"
        : $"{_sql[i]} {keys[i].Behind} ?";

    private string Order(int i) => keys[i].Descending ? $"{_sql[i]} DESC" : _sql[i];
}
