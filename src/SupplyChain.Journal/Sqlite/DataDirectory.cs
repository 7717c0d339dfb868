using System.Globalization;

namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// The directory that holds everything of an embedded node, locked for this process. The lock dies with the process,
/// however it ends.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Where a file of this directory lies.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the directory when it does not exist, and locks it.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process works in it.</exception>
    public static DataDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        var owner = System.IO.Path.Combine(full, "lock.owner");
        try
        {
            var file = new FileStream(
                System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            System.IO.File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(full, file);
        }
        catch (IOException failure) when (failure.GetType() == typeof(IOException) && System.IO.File.Exists(owner))
        {
            throw new DataDirectoryInUseException(
                $"The data directory {full} is in use by process {System.IO.File.ReadAllText(owner)}.", failure);
        }
    }

    /// <summary>Gives the directory back.</summary>
    public void Dispose() => _lock.Dispose();
}
