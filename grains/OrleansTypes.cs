// The Orleans types that the grains touch, for builds whose package sources have no Orleans
// (GrainRuntime=InProcess). With GrainRuntime=Orleans this file is not compiled and the same
// names come from Microsoft.Orleans.Sdk. Nothing is declared here that no grain uses.
#pragma warning disable IDE0130 // The namespaces are Orleans' own.

namespace Orleans
{
    public interface IAddressable;

    public interface IGrain : IAddressable;

    /// <summary>A grain whose key is a string: here <c>locality/site</c> or <c>locality/hospital/ward</c>.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>A grain class that is a plain class: it is told when its activation begins and ends.</summary>
    public interface IGrainBase
    {
        Runtime.IGrainContext GrainContext { get; }

        Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

        Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
    }

    public interface IGrainFactory
    {
        TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
            where TGrainInterface : IGrainWithStringKey;
    }

    /// <summary>Why an activation ended.</summary>
    public readonly record struct DeactivationReason(string Description);

    public static class GrainExtensions
    {
        public static string GetPrimaryKeyString(this IAddressable grain) => ((IGrainBase)grain).GrainContext.PrimaryKey;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
    public sealed class GenerateSerializerAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
    public sealed class IdAttribute(uint id) : Attribute
    {
        public uint Id { get; } = id;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
    public sealed class ImmutableAttribute : Attribute;
}

namespace Orleans.Runtime
{
    /// <summary>One activation of a grain, as its class sees it.</summary>
    public interface IGrainContext
    {
        string PrimaryKey { get; }
    }
}
