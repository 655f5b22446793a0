using CapacityBoard.Sites;

namespace CapacityBoard.Postcodes;

/// <summary>Positions by number, found by halving: 12 bytes for each, whatever there are of them.</summary>
internal sealed class PostcodeTable(PostcodeRow[] rows)
{
    /// <summary>Rows in order of their keys, each key once.</summary>
    public ReadOnlySpan<PostcodeRow> Rows => rows;

    public int Count => rows.Length;

    public Position? Find(int key) => Array.BinarySearch(rows, new(key, 0, 0)) is >= 0 and var place ? rows[place].Position : null;

    /// <summary>The middle of all rows that belong to the same larger part.</summary>
    /// <param name="partOf">The key of the part that a row belongs to; rows of a part are next to each other.</param>
    public PostcodeTable Middles(Func<int, int> partOf)
    {
        var middles = new List<PostcodeRow>();
        for (int first = 0, next; first < rows.Length; first = next)
        {
            var part = partOf(rows[first].Key);
            var (latitude, longitude) = (0L, 0L);
            for (next = first; next < rows.Length && partOf(rows[next].Key) == part; next++)
            {
                latitude += rows[next].Latitude;
                longitude += rows[next].Longitude;
            }

            middles.Add(new(part, (int)(latitude / (next - first)), (int)(longitude / (next - first))));
        }

        return new([.. middles]);
    }

    public PostcodeTable Where(Func<int, bool> isKept) => new([.. rows.Where(row => isKept(row.Key))]);

    /// <summary>Writes differences from row to row, which are small: about 6 bytes a row.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(rows.Length);
        var last = default(PostcodeRow);
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt(row.Key - last.Key);
            writer.Write7BitEncodedInt(Folded(row.Latitude - last.Latitude));
            writer.Write7BitEncodedInt(Folded(row.Longitude - last.Longitude));
            last = row;
        }
    }

    public static PostcodeTable Read(BinaryReader reader)
    {
        var rows = new PostcodeRow[reader.Read7BitEncodedInt()];
        var last = default(PostcodeRow);
        for (var place = 0; place < rows.Length; place++)
        {
            rows[place] = last = new(
                last.Key + reader.Read7BitEncodedInt(),
                last.Latitude + Unfolded(reader.Read7BitEncodedInt()),
                last.Longitude + Unfolded(reader.Read7BitEncodedInt()));
        }

        return new(rows);
    }

    /// <summary>Small numbers below zero become small numbers above it.</summary>
    private static int Folded(int number) => (number << 1) ^ (number >> 31);

    private static int Unfolded(int folded) => (folded >>> 1) ^ -(folded & 1);
}
