using System.Text;
using CapacityBoard.Import;

namespace CapacityBoard.Support;

/// <summary>Directory files for tests: the samples, and short ones written in code.</summary>
internal static class Directories
{
    public const string Header = "name,type,address,postcode,telephone,website,area_name,area_code,lon,lat";

    public static byte[] GreaterManchester => Sample("gm-care-homes-2018-09.csv");

    public static byte[] WithFilters => Sample("cqc-care-directory-with-filters.csv");

    public static byte[] Plain => Sample("cqc-care-directory.csv");

    /// <summary>A file under <c>Samples/Cases</c>, by its name without the extension.</summary>
    public static byte[] Case(string name) => Sample(Path.Combine("Cases", $"{name}.csv"));

    public static byte[] Of(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows]) + "\n");

    /// <summary>A care directory with filters. Each row has its values in the columns of <see cref="FilterHeader"/>.</summary>
    public static byte[] Filtered(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [FilterHeader, .. rows]) + "\n");

    /// <summary>A plain care directory for one area, Kent, with one row for each list of service types.</summary>
    public static byte[] PlainWith(params string[] types) => Encoding.UTF8.GetBytes(string.Join('\n', [
        "Name,Address,Postcode,Service types,Local authority,CQC Location ID (for office use only)",
        .. types.Select((type, place) => $"Home {place},\"1 Mill Lane, Canterbury\",CT1 1AA,{Quoted(type)},Kent,1-{place}"),
    ]));

    public const string FilterHeader = "Location ID,Dormant (Y/N),Care home?,Location Name,Location Local Authority,Location Postal Code,"
        + "Service type - Domiciliary care service,Primary ID (Dual registration locations),Location HSCA End Date,Care homes beds";

    /// <summary>One row in Trafford Data Lab's layout. Values with a comma or a quotation mark are quoted.</summary>
    public static string Row(
        string name = "Larkrise Court",
        string postcode = "SK7 4QA",
        string type = "Residential homes",
        string address = "12 Invented Road, Hazel Grove, Stockport",
        string telephone = "1615550101",
        string website = "NA",
        string area = "Stockport",
        string lon = "-2.1202",
        string lat = "53.3801") =>
        string.Join(',', new[] { name, type, address, postcode, telephone, website, area, "E0800007", lon, lat }.Select(Quoted));

    public static DirectoryFile Read(byte[] bytes)
    {
        var file = DirectoryFile.Read(new MemoryStream(bytes), isKept: _ => true, progress: null, out var problem);
        problem.ShouldBeNull();
        return file.ShouldNotBeNull();
    }

    public static ImportProblem ReadProblem(byte[] bytes)
    {
        DirectoryFile.Read(new MemoryStream(bytes), isKept: _ => true, progress: null, out var problem).ShouldBeNull();
        return problem.ShouldNotBeNull();
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Import", "Samples", name));
}
