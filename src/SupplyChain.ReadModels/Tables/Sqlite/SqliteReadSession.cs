using Microsoft.Data.Sqlite;

namespace SupplyChain.Tables.Sqlite;

/// <summary>
/// A reading connection that keeps the statements it has prepared. The texts are ours, but a query may sort in
/// many ways, so it begins anew when there are too many.
/// </summary>
internal sealed class SqliteReadSession(SqliteConnection connection) : IReadSession
{
    // A prepared statement takes some 10 KB.
    private const int MaxPreparedStatements = 500;

    private readonly Dictionary<string, SqliteQuestion> _questions = [];

    /// <inheritdoc/>
    public SqlDialect Dialect => SqlDialect.Sqlite;

    /// <inheritdoc/>
    public IQuestion this[string sql]
    {
        get
        {
            if (!_questions.TryGetValue(sql, out var question))
            {
                if (_questions.Count == MaxPreparedStatements)
                {
                    Forget();
                }
                _questions[sql] = question = new(new(connection, Dialect.Question(sql)));
            }
            return question;
        }
    }

    /// <summary>From now on, and until it is closed, what is written meanwhile does not show.</summary>
    public SqliteReadSession StandingStill()
    {
        this["BEGIN"].Each(_ => { });
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private void Forget()
    {
        foreach (var question in _questions.Values)
        {
            question.Dispose();
        }
        _questions.Clear();
    }
}
