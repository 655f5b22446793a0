using System.IO.Compression;
using System.Text;

namespace CapacityBoard.Support;

/// <summary>Invented postcode directories for tests, in both layouts.</summary>
internal static class PostcodeFiles
{
    public const string CutHeader = "postcode,date_introduced,date_terminated,is_active,la_code,la_name,lon,lat";

    public const string WholeHeader = "pcd,pcds,dointr,doterm,oslaua,lat,long";

    /// <summary>Two live postcodes of one sector, a terminated one of another, one without a position, and 11 boxes at one point.</summary>
    public static byte[] Cut => CutOf(
    [
        "SK4 3AA,1980-01-01,,true,E08000007,Stockport,-2.18000,53.42000",
        "SK4 3AB,2026-10-01,,true,E08000007,Stockport,-2.16000,53.42200",
        "SK4 1ZZ,1980-01-01,1999-06-01,false,E08000007,Stockport,-2.17000,53.41000",
        "SK1 1AA,1980-01-01,,true,E08000007,Stockport,,",
        .. Enumerable.Range(0, 11).Select(box => $"M60 1{(char)('A' + box)}X,1980-01-01,,true,E08000003,Manchester,-2.24000,53.48000"),
    ]);

    public static byte[] CutOf(params IEnumerable<string> rows) => Lines([CutHeader, .. rows]);

    public static byte[] WholeOf(params IEnumerable<string> rows) => Lines([WholeHeader, .. rows]);

    public static byte[] Zipped(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Lines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
}
