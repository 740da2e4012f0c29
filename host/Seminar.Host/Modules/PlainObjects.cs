using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;

namespace Seminar.Host.Modules;

/// <summary>
/// Tells how an <see cref="object"/> is written. Each endpoint asks for it when it is mapped, and the framework's own answer would first
/// prepare every type that JSON knows: a good part of the start, for answers that nobody has asked for yet.
/// </summary>
internal sealed class PlainObjects : IJsonTypeInfoResolver
{
    public static void PutFirst(JsonOptions options) => options.SerializerOptions.TypeInfoResolverChain.Insert(0, new PlainObjects());

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type == typeof(object) ? JsonMetadataServices.CreateValueInfo<object>(options, JsonMetadataServices.ObjectConverter) : null;
}
