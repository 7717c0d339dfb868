using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using Sylvan.Data.Csv;

namespace SupplyChain.Imports;

/// <summary>
/// Reads delimited files: gzip or plain, UTF-8 with or without a byte order mark, lines ended by CR, LF or CRLF, quoted
/// cells that may contain delimiters and line ends. One row is held at a time.
/// </summary>
public static class ImportFile
{
    private const int BufferSize = 64 * 1024;
    private const int MaxRowLength = 1024 * 1024;

    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>Hands each data row to the planner.</summary>
    /// <param name="file">The file, from its beginning.</param>
    /// <param name="profile">Its format.</param>
    /// <param name="planner">Who takes the rows.</param>
    /// <param name="maxRows">The most rows there may be.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ImportFileException">The file as a whole cannot be read.</exception>
    public static async Task ReadAsync(
        Stream file, ImportProfile profile, ImportPlanner planner, int maxRows,
        CancellationToken cancellationToken = default)
    {
        var rows = 0;
        try
        {
            await using var stream = await UnpackAsync(file, cancellationToken);
            using var text = new StreamReader(stream, new UTF8Encoding(false, true), true, BufferSize);
            await using var csv = await CsvDataReader.CreateAsync(text, Options(profile), cancellationToken);
            var columns = Columns(csv, profile);
            while (await csv.ReadAsync(cancellationToken))
            {
                if (csv.RowFieldCount == 1 && csv.GetString(0).Length == 0 && csv.FieldCount > 1)
                    continue;
                if (++rows > maxRows)
                    throw new ImportFileException($"The file has more than {maxRows} rows; split it.");
                Add(csv, columns, planner);
            }
        }
        catch (CsvMissingHeadersException)
        {
            throw new ImportFileException("The file is empty.");
        }
        catch (DecoderFallbackException)
        {
            throw new ImportFileException($"The text after row {rows} is not UTF-8.");
        }
        catch (Exception fault) when (fault is CsvFormatException or CsvRecordTooLargeException or InvalidDataException)
        {
            throw new ImportFileException($"The file cannot be read after row {rows}: {fault.Message}");
        }
        catch (IOException fault)
        {
            throw new ImportFileException($"The file cannot be read: {fault.Message}");
        }
    }

    private static void Add(CsvDataReader csv, int[] columns, ImportPlanner planner)
    {
        if (csv.RowFieldCount != csv.FieldCount)
        {
            planner.AddBroken($"The row has {csv.RowFieldCount} cells, the heading {csv.FieldCount}.");
            return;
        }
        planner.Add(Array.ConvertAll(columns, csv.GetString));
    }

    private static CsvDataReaderOptions Options(ImportProfile profile)
    {
        var pool = new CellPool();
        return new()
        {
            Delimiter = profile.Delimiter,
            HasHeaders = true,
            HeaderComparer = StringComparer.Ordinal,
            BufferSize = BufferSize,
            MaxBufferSize = MaxRowLength,
            StringFactory = pool.Get,
            OwnsReader = false,
        };
    }

    /// <summary>Where the profile's headings are in this file.</summary>
    private static int[] Columns(CsvDataReader csv, ImportProfile profile)
    {
        var headings = Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetName(index).Trim()).ToList();
        var faults = new List<string>();
        foreach (var wanted in profile.Headings)
        {
            var count = headings.Count(heading => heading == wanted);
            if (count != 1)
                faults.Add($"column '{wanted}' is {(count == 0 ? "missing" : "there twice")}");
        }
        return faults.Count == 0
            ? [.. profile.Headings.Select(wanted => headings.IndexOf(wanted))]
            : throw new ImportFileException($"The file does not fit profile '{profile.Name}': {string.Join(", ", faults)}.");
    }

    private static async Task<Stream> UnpackAsync(Stream file, CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(file, new(bufferSize: BufferSize));
        var beginning = await reader.ReadAtLeastAsync(GzipMagic.Length, cancellationToken);
        var isGzip = new SequenceReader<byte>(beginning.Buffer).IsNext(GzipMagic);
        reader.AdvanceTo(beginning.Buffer.Start);
        var bytes = reader.AsStream();
        return isGzip ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
    }
}
