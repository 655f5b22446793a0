using System.Collections.Frozen;
using System.Text.RegularExpressions;
using static CapacityBoard.Access.Permission;

namespace CapacityBoard.Access.Leaks;

/// <summary>Texts that are known wherever they turn up, and the one table of which permission lets see what. Nothing else does.</summary>
internal sealed partial class Secrets
{
    private static readonly FrozenDictionary<SecretKind, Permission[]> LetsSee = new Dictionary<SecretKind, Permission[]>
    {
        [SecretKind.Board] = [SeeBoard, SeeSite],
        [SecretKind.Choice] = [SeeBoard, SeeSite, SeeStays],
        [SecretKind.Site] = [SeeSite],
        [SecretKind.Recorder] = [SeeBoard, SeeSite, SeeStays],
        [SecretKind.Hold] = [SeeSite, SeeStays],
        [SecretKind.Stay] = [SeeStays],
    }.ToFrozenDictionary();

    private readonly Dictionary<string, Secret> _all = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<Secret> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all.Values];
            }
        }
    }

    /// <summary>Long enough not to stand in a form's random token by chance.</summary>
    public string New(SecretKind kind, string what, IEnumerable<Scope> places, bool isAudited = false) =>
        Add(number => new($"x{number:0000}zqjvx", what, kind, [.. places], isAudited));

    /// <summary>A telephone number is of digits.</summary>
    public string Telephone(SecretKind kind, string what, IEnumerable<Scope> places) =>
        Add(number => new($"0161900{number:0000}", what, kind, [.. places], IsAudited: false));

    public Secret Of(string text) => _all[text];

    /// <summary>Those that stand in a text.</summary>
    public IReadOnlyCollection<Secret> In(string text) =>
        [.. Texts().Matches(text).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).Select(each => _all.GetValueOrDefault(each)).OfType<Secret>()];

    /// <param name="path">Where it was found.</param>
    public static bool MaySee(Caller caller, Secret secret, string path) =>
        LetsSee[secret.Kind].Any(permission => secret.Places.Any(place => caller.May(permission, place)))
        || (secret.IsAudited && path.StartsWith("/admin/", StringComparison.Ordinal) && secret.Places.Any(place => caller.May(SeeAudit, place)));

    private string Add(Func<int, Secret> make)
    {
        lock (_all)
        {
            var secret = make(_all.Count);
            _all.Add(secret.Text, secret);
            return secret.Text;
        }
    }

    [GeneratedRegex("x[0-9]{4}zqjvx|0161900[0-9]{4}", RegexOptions.IgnoreCase)]
    private static partial Regex Texts();
}
