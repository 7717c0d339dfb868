using System.Buffers;
using System.IO.Pipelines;
using System.Text.RegularExpressions;

namespace SupplyChain.Imports;

/// <summary>A file's text from its heading on, and what was found out about it.</summary>
/// <param name="Reader">The text.</param>
/// <param name="Beginning">The first of it once more.</param>
/// <param name="Encoding">How it is encoded.</param>
/// <param name="Delimiter">What stands between two cells: what the first line says (<c>sep=;</c>), else the
/// profile.</param>
internal sealed partial record FileText(StreamReader Reader, string Beginning, FileEncoding Encoding, char Delimiter)
    : IDisposable
{
    /// <summary>How much is looked at before anything is read.</summary>
    public const int BufferSize = 64 * 1024;

    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <inheritdoc/>
    public void Dispose() => Reader.Dispose();

    /// <summary>Opens a file, gzip or plain.</summary>
    /// <exception cref="ImportFileException">It is no text, or not as is said of it.</exception>
    public static async Task<FileText> OpenAsync(
        Stream file, ImportProfile profile, string? charset, CancellationToken cancellationToken)
    {
        var bytes = PipeReader.Create(file, new(bufferSize: BufferSize));
        var beginning = await PeekAsync(bytes, cancellationToken);
        if (beginning.AsSpan().StartsWith(GzipMagic))
        {
            bytes = PipeReader.Create(new GzipText(bytes.AsStream()), new(bufferSize: BufferSize));
            beginning = await PeekAsync(bytes, cancellationToken);
            if (beginning.AsSpan().StartsWith(GzipMagic))
                throw new ImportFileException("The file is gzip within gzip. Unpack it once and import it again.");
        }
        if (KnownFiles.Refusal(beginning) is { } refusal)
            throw new ImportFileException(refusal);
        var encoding = FileEncoding.Of(beginning, profile, charset);
        var text = Decoded(beginning, encoding);
        if (KnownFiles.Refusal(text) is { } other)
            throw new ImportFileException(other);
        var said = Separator().Match(text) is { Success: true } line ? line : null;
        await SkipAsync(
            bytes, encoding.Mark + encoding.Encoding.GetByteCount(said?.Value ?? ""), cancellationToken);
        return new(
            new(bytes.AsStream(), encoding.Encoding, false, BufferSize),
            text[(said?.Length ?? 0)..], encoding, said is null ? profile.Delimiter : DelimiterOf(said));
    }

    private static char DelimiterOf(Match line) => line.Groups[1].Value is [not '"' and var delimiter]
        ? delimiter
        : throw new ImportFileException(
            $"The first line, '{line.Value.TrimEnd()}', does not name one character that stands between the cells: "
            + "write it as in sep=; or leave the line out.");

    private static string Decoded(byte[] beginning, FileEncoding encoding)
    {
        var decoder = encoding.Encoding.GetDecoder();
        var characters = new char[encoding.Encoding.GetMaxCharCount(beginning.Length)];
        var count = decoder.GetChars(beginning, encoding.Mark, beginning.Length - encoding.Mark, characters, 0, false);
        return new(characters, 0, count);
    }

    private static async Task<byte[]> PeekAsync(PipeReader bytes, CancellationToken cancellationToken)
    {
        var read = await bytes.ReadAtLeastAsync(BufferSize, cancellationToken);
        var beginning = read.Buffer.Slice(0, Math.Min(BufferSize, read.Buffer.Length)).ToArray();
        bytes.AdvanceTo(read.Buffer.Start);
        return beginning;
    }

    private static async Task SkipAsync(PipeReader bytes, int count, CancellationToken cancellationToken)
    {
        var read = await bytes.ReadAtLeastAsync(count, cancellationToken);
        bytes.AdvanceTo(read.Buffer.GetPosition(count));
    }

    [GeneratedRegex("^\"?sep=([^\r\n]*?)\"?(?:\r\n|\r|\n|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();
}
