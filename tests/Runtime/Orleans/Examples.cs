using System.Collections;
using System.Reflection;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using FsCheck.Fluent;

namespace CapacityBoard.Runtime.Orleans;

/// <summary>Values of every type that may cross between processes, found in random histories of sites and in the golden files.</summary>
internal sealed class Examples
{
    private const int Histories = 400;
    private const int MostOfAType = 50;

    private readonly Dictionary<Type, List<object>> _found = [];

    /// <summary>States share most of what they hold; nothing is gone through twice.</summary>
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>By type: what requests, outcomes, states and events were made of.</summary>
    public static Dictionary<Type, List<object>> Find()
    {
        var examples = new Examples();
        examples.CollectHistories();
        examples.CollectGoldenFiles();
        return examples._found;
    }

    private void CollectHistories()
    {
        foreach (var turn in History.Any.Generator.Sample(Histories).SelectMany(history => history.Run()))
        {
            Collect(new SiteRequest(turn.Command, turn.Operation, "The manager"));
            Collect(new Outcome(turn.Site.Version, turn.Decision.Refusal));
            Collect(turn.Site);
        }
    }

    private void CollectGoldenFiles()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Journal", "GoldenFiles")))
        {
            foreach (var json in File.ReadLines(file))
            {
                Collect(EventCatalogue.Current.Read(Path.GetFileNameWithoutExtension(file), json));
            }
        }
    }

    private void Collect(object value)
    {
        if (value is IEnumerable many and not string)
        {
            foreach (var each in many)
            {
                Collect(each);
            }
        }
        else if (value.GetType().Assembly == typeof(Site).Assembly && _seen.Add(value))
        {
            Remember(value);
            foreach (var part in Parts(value))
            {
                Collect(part);
            }
        }
    }

    private void Remember(object value)
    {
        var known = _found.TryGetValue(value.GetType(), out var values) ? values : _found[value.GetType()] = [];
        if (known.Count < MostOfAType && !known.Contains(value))
        {
            known.Add(value);
        }
    }

    private static IEnumerable<object> Parts(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && !IsEmptyArray(value, property))
        .Select(property => property.GetValue(value))
        .OfType<object>();

    /// <summary>An immutable array that was never set cannot be gone through.</summary>
    private static bool IsEmptyArray(object value, PropertyInfo property) =>
        property.PropertyType.IsValueType && (bool?)property.PropertyType.GetProperty("IsDefault")?.GetValue(property.GetValue(value)) == true;
}
