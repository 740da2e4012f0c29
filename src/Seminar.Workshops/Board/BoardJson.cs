using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Seminar.Workshops.Features.FindLikeNotes;
using Seminar.Workshops.Features.LiveFeed;
using Seminar.Workshops.Features.ReadBoard;
using Seminar.Workshops.Features.SendOperations;

namespace Seminar.Workshops.Board;

/// <summary>The JSON of the live board.</summary>
internal static class BoardJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        TypeInfoResolver = BoardJsonContext.Default,
    };

    /// <summary>For reading back what the log keeps: defaults were left out.</summary>
    public static JsonSerializerOptions Stored { get; } = new(Options) { RespectRequiredConstructorParameters = false };
}

[JsonSerializable(typeof(BoardEvent))]
[JsonSerializable(typeof(List<BoardOperation>))]
[JsonSerializable(typeof(IReadOnlyList<BoardAnswer>))]
[JsonSerializable(typeof(BoardState))]
[JsonSerializable(typeof(List<Memento>))]
[JsonSerializable(typeof(BoardFault))]
[JsonSerializable(typeof(IReadOnlyList<LikeNotes>))]
[JsonSerializable(typeof(IReadOnlyList<GroupPresence>))]
internal sealed partial class BoardJsonContext : JsonSerializerContext;
