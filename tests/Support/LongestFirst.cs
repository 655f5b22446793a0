using CapacityBoard.Cluster;
using CapacityBoard.Browser;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace CapacityBoard.Support;

/// <summary>Begins with the classes that take minutes, so that no core waits for one of them at the end. One works a browser hard, the other mostly waits for servers.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(EveryPageTests), nameof(ClusterFaultTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(tests => Long.Any(name => tests.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)))];
}
