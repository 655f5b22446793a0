using System.Globalization;

namespace CapacityBoard.Support;

public sealed record Figures(IReadOnlyList<(string Series, double Value)> All)
{
    public static async Task<Figures> Read(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/metrics", UriKind.Relative)).Within("/metrics is answered");
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(200, text);
        return new([.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Parse)]);
    }

    /// <summary>The sum of all series of a name that have these labels; null if there are none.</summary>
    /// <param name="labels">Each as <c>outcome="done"</c>.</param>
    public double? Find(string name, params string[] labels)
    {
        var found = All.Where(each => each.Series.Split('{')[0] == name && labels.All(label => each.Series.Contains(label, StringComparison.Ordinal))).ToList();
        return found.Count == 0 ? null : found.Sum(each => each.Value);
    }

    public double this[string name, params string[] labels] => Find(name, labels) ?? 0;

    private static (string Series, double Value) Parse(string line)
    {
        var end = line.LastIndexOf('}') is var brace and >= 0 ? brace + 1 : line.IndexOf(' ');
        return (line[..end], double.Parse(line[end..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
    }
}
