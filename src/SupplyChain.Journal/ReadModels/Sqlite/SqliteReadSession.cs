using Microsoft.Data.Sqlite;
using SupplyChain.Journal.ReadModels.Tables;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>
/// A reading connection that keeps the statements it has prepared; the texts are ours, so there are few.
/// </summary>
internal sealed class SqliteReadSession(SqliteConnection connection) : IReadSession
{
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
        foreach (var question in _questions.Values)
        {
            question.Dispose();
        }
        connection.Dispose();
    }
}
