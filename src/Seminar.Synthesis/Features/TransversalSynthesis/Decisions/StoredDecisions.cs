using System.Data.Common;
using Dapper;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Decisions;

/// <summary>What was decided, in the seminar's database.</summary>
internal static class StoredDecisions
{
    public static string Word(SubjectKind kind) => kind == SubjectKind.Topic ? "topic" : "axis";

    public static Decided Read(DbConnection connection, SubjectKind kind)
    {
        var of = new { kind = Word(kind) };
        var subjects = connection.Query<SubjectRow>(
            "SELECT key AS Key, label AS Label, state AS State, merged_into AS MergedInto, version AS Version FROM synthesis_subject WHERE kind = @kind", of);
        var placed = connection.Query<PlacedRow>("SELECT key AS Key, theme AS Theme, item AS Item, is_in AS IsIn FROM synthesis_placement WHERE kind = @kind", of);
        var seen = connection.Query<SeenRow>("SELECT key AS Key, theme AS Theme, item AS Item, text AS Text FROM synthesis_seen WHERE kind = @kind", of);
        return new Decided(
            subjects.ToDictionary(row => row.Key, row => new SubjectDecision(row.Key, row.Label, Enum.Parse<SubjectState>(row.State, ignoreCase: true), row.MergedInto, (int)row.Version)),
            placed.ToLookup(row => row.Key, row => (new ItemReference(row.Theme, row.Item), row.IsIn)),
            seen.ToLookup(row => row.Key, row => (new ItemReference(row.Theme, row.Item), row.Text)));
    }

    private sealed record SubjectRow(string Key, string? Label, string State, string? MergedInto, long Version);

    private sealed record PlacedRow(string Key, string Theme, string Item, bool IsIn);

    private sealed record SeenRow(string Key, string Theme, string Item, string Text);
}
