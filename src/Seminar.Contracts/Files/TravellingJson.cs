using System.Text.Encodings.Web;
using System.Text.Json;

namespace Seminar.Contracts.Files;

/// <summary>How answers are written between two processes of the same program.</summary>
internal static class TravellingJson
{
    private static readonly JsonSerializerOptions Kept = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Kept options remember the types that they wrote: those of a theme that may leave memory are not told to them.</summary>
    public static JsonSerializerOptions Of<TAnswer>() => typeof(TAnswer).Assembly.IsCollectible ? new JsonSerializerOptions(Kept) : Kept;
}
