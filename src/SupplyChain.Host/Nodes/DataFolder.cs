using Microsoft.Data.Sqlite;
using Orleans.Serialization;
using Orleans.Storage;
using SupplyChain.Journal;
using SupplyChain.Journal.PersonalData;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Tables.Sqlite;

namespace SupplyChain.Host.Nodes;

/// <summary>The directory that holds everything an embedded node keeps.</summary>
internal static class DataFolder
{
    /// <summary>Orleans' name for the engine; it loads Microsoft.Data.Sqlite for it.</summary>
    private const string Sqlite = "System.Data.SQLite";

    /// <summary>Where an operator puts import profiles of their own.</summary>
    public static string ImportProfiles(string data) => Path.Combine(data, "import-profiles");

    /// <summary>Adds the journal and the read models of a data directory.</summary>
    public static void AddData(this IServiceCollection services, string data)
    {
        services.AddSupplyChainSqliteJournal(journal =>
        {
            Settings.Bind("Journal", journal);
            journal.DataDirectory = data;
        });
        services.AddSupplyChainSqliteReadModels();
    }

    /// <summary>Makes actors keep what has no history in the data directory.</summary>
    public static void AddStates(this ISiloBuilder silo) =>
        silo.AddAdoNetGrainStorageAsDefault(storage => storage.Configure<SqliteStates, Serializer>(
            (table, states, serializer) =>
            {
                (table.Invariant, table.ConnectionString) = (Sqlite, states.OrleansConnectionString);
                table.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            }));

    /// <summary>Opens the data directory, so that what is wrong with it is said before anything else happens.</summary>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public static void Open(IServiceProvider services, string data)
    {
        try
        {
            services.GetRequiredService<IJournal>();
            services.GetRequiredService<ISubjectKeys>();
            services.GetRequiredService<IReadModels>();
            services.GetRequiredService<SqliteStates>();
        }
        catch (DataDirectoryInUseException inUse)
        {
            throw new VerbException($"{inUse.Message} Stop it, or name another directory with --data.", inner: inUse);
        }
        catch (SchemaRefusedException schema)
        {
            throw new VerbException($"{schema.Message} Name another directory with --data.", inner: schema);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new VerbException(
                $"The data directory {data} cannot be used: {trouble.Message} Name another with --data.",
                inner: trouble);
        }
    }
}
