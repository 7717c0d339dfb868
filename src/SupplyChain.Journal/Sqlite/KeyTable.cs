using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SupplyChain.Journal.PersonalData;

namespace SupplyChain.Journal.Sqlite;

/// <summary>The connection to <c>keys.db</c>. Used by one thread.</summary>
internal sealed class KeyTable : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _findSubject;
    private readonly SqliteStatement _createSubject;
    private readonly SqliteStatement _eraseSubject;
    private readonly SqliteStatement _findTenant;
    private readonly SqliteStatement _createTenant;
    private readonly SqliteStatement _secureDelete;
    private readonly SqliteStatement _emptyLog;
    private bool _erased;

    /// <summary>Prepares a connection, which it then owns.</summary>
    public KeyTable(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new(connection, "BEGIN IMMEDIATE");
        _commit = new(connection, "COMMIT");
        _findSubject = new(connection, "SELECT key_id, key FROM subject_keys WHERE tenant = ?1 AND subject = ?2");
        _createSubject = new(
            connection, "INSERT INTO subject_keys (tenant, subject, key_id, key) VALUES (?1, ?2, ?3, ?4)");
        _eraseSubject = new(connection, "DELETE FROM subject_keys WHERE tenant = ?1 AND subject = ?2");
        _findTenant = new(connection, "SELECT key FROM tenant_keys WHERE tenant = ?1");
        _createTenant = new(connection, "INSERT INTO tenant_keys (tenant, key) VALUES (?1, ?2)");
        _secureDelete = new(connection, "PRAGMA secure_delete = ON");
        _emptyLog = new(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        _secureDelete.All(row => row.Int64(0));
    }

    /// <summary>
    /// Does all of it durably or nothing. After an erasure no copy of the key stays behind in the log.
    /// </summary>
    public void InTransaction(Action<KeyTable> work)
    {
        _begin.Run();
        work(this);
        _commit.Run();
        if (_erased && _emptyLog.First(row => row.Int64(0)) != 0)
        {
            throw new InvalidOperationException("The log still holds erased keys: another program reads the file.");
        }
        _erased = false;
    }

    public SubjectKey? FindSubject(TenantId tenant, string subject) =>
        _findSubject.Bind(1, tenant.Value).Bind(2, subject).First(row => new SubjectKey(row.Bytes(0), row.Bytes(1)));

    public SubjectKey CreateSubject(TenantId tenant, string subject)
    {
        var (id, key) = SubjectKey.NewMaterial();
        _createSubject.Bind(1, tenant.Value).Bind(2, subject).Bind(3, id).Bind(4, key).Run();
        return new(id, key);
    }

    public bool EraseSubject(TenantId tenant, string subject)
    {
        _erased = true;
        _eraseSubject.Bind(1, tenant.Value).Bind(2, subject).Run();
        return SQLitePCL.raw.sqlite3_changes(_connection.Handle) > 0;
    }

    public TenantKey? FindTenant(TenantId tenant) =>
        _findTenant.Bind(1, tenant.Value).First(row => new TenantKey(row.Bytes(0)));

    public TenantKey CreateTenant(TenantId tenant)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        _createTenant.Bind(1, tenant.Value).Bind(2, key).Run();
        return new(key);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in new[]
        {
            _begin, _commit, _findSubject, _createSubject, _eraseSubject, _findTenant, _createTenant,
            _secureDelete, _emptyLog,
        })
        {
            statement.Dispose();
        }
        _connection.Dispose();
    }
}
