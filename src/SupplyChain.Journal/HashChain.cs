using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SupplyChain.Journal;

/// <summary>
/// Links every row of a stream to the one before: SHA-256 over the previous hash and everything the row says, each
/// field preceded by its length, so that no two rows share an encoding. A changed, dropped or swapped row breaks the
/// chain.
/// </summary>
public static class HashChain
{
    /// <summary>Bytes in a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    // Lengths (4 bytes each) and fixed-width numbers of one row, with room to spare.
    private const int FixedBytes = 256;
    private const int Absent = -1;

    /// <summary>
    /// Whether the row's hash follows from the previous row's; <paramref name="previous"/> is empty for version 1.
    /// </summary>
    public static bool Verifies(ReadOnlySpan<byte> previous, JournaledEvent row)
    {
        Span<byte> expected = stackalloc byte[Length];
        Compute(previous, row, expected);
        return expected.SequenceEqual(row.Hash);
    }

    /// <summary>
    /// Writes the hash of a row into <paramref name="hash"/>; the row's own <c>Hash</c> and <c>Position</c> play no
    /// part.
    /// </summary>
    public static void Compute(ReadOnlySpan<byte> previous, JournaledEvent row, Span<byte> hash)
    {
        var stream = row.Stream;
        var characters = stream.Tenant.Value.Length + stream.Kind.Length + stream.Id.Length + row.Type.Length
            + row.Actor.Length + row.Correlation.Length + (row.Cause?.Length ?? 0);
        var size = FixedBytes + previous.Length + row.Data.Length + Encoding.UTF8.GetMaxByteCount(characters);
        var rented = ArrayPool<byte>.Shared.Rent(size);
        var rest = rented.AsSpan();
        Put(ref rest, previous);
        Put(ref rest, stream.Tenant.Value);
        Put(ref rest, stream.Kind);
        Put(ref rest, stream.Id);
        Put(ref rest, row.Version);
        Put(ref rest, row.Type);
        Put(ref rest, row.Schema);
        Put(ref rest, row.OccurredAt is { } occurredAt ? JournalTime.ToMicroseconds(occurredAt) : null);
        Put(ref rest, JournalTime.ToMicroseconds(row.RecordedAt));
        Put(ref rest, row.Actor);
        Put(ref rest, row.Correlation);
        Put(ref rest, row.Cause);
        Put(ref rest, (long)row.Work);
        Put(ref rest, row.Data);
        SHA256.HashData(rented.AsSpan(0, rented.Length - rest.Length), hash);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static void Put(ref Span<byte> rest, string? text)
    {
        var written = text is null ? 0 : Encoding.UTF8.GetBytes(text, rest[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(rest, text is null ? Absent : written);
        rest = rest[(sizeof(int) + written)..];
    }

    private static void Put(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, bytes.Length);
        bytes.CopyTo(rest[sizeof(int)..]);
        rest = rest[(sizeof(int) + bytes.Length)..];
    }

    private static void Put(ref Span<byte> rest, long? number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, number is null ? Absent : sizeof(long));
        rest = rest[sizeof(int)..];
        if (number is { } value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, value);
            rest = rest[sizeof(long)..];
        }
    }
}
