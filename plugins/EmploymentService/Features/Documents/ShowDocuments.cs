using System.Data.Common;
using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>The document base: all of it, or what has some words.</summary>
/// <param name="Words">What is looked for, or nothing.</param>
/// <param name="First">A document that is shown whatever else there is: a form of it was refused.</param>
internal sealed record ShowDocuments(string? Words, Guid? First = null) : IRequest<DocumentsView>;

/// <summary>The documents found.</summary>
/// <param name="Words">What was looked for, or nothing.</param>
/// <param name="Items">The documents.</param>
/// <param name="HasMore">Whether there are others, that more words would find.</param>
public sealed record DocumentsView(string? Words, IReadOnlyList<DocumentView> Items, bool HasMore);

/// <summary>A document with its versions, the last one first; with words found, where they stand in the last one.</summary>
public sealed record DocumentView(
    Guid Id, string Title, string Subject, string Territory, long Sequence, string Kind, long Size, IReadOnlyList<VersionView> Versions, IReadOnlyList<ExcerptView> Excerpt)
{
    public VersionView Last => Versions[0];
}

/// <summary>A version of a document.</summary>
public sealed record VersionView(long Number, DateOnly DatedOn);

/// <summary>The page of the documents.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Documents">What was found.</param>
/// <param name="IsOpen">Whether the reader may add documents and correct them.</param>
/// <param name="MayRemove">Whether the reader may take documents away.</param>
/// <param name="Refused">The form that was refused, or null.</param>
public sealed record DocumentsPageView(ThemeIdentity Theme, DocumentsView Documents, bool IsOpen, bool MayRemove, RefusedForm? Refused) : FormsView(Refused);

internal sealed class ShowDocumentsHandler(IModuleDatabase database) : IRequestHandler<ShowDocuments, DocumentsView>
{
    public const int Most = 200;

    /// <summary>An excerpt takes the text of the whole document: the first ones have theirs.</summary>
    private const int MostExcerpts = 20;

    private const string Sql =
        """
        SELECT document.number AS Number, document.id AS Id, document.title AS Title, document.subject AS Subject, document.territory AS Territory, document.sequence AS Sequence,
          last.kind AS Kind, length(last.content) AS Size
        FROM document JOIN document_version AS last ON last.document = document.id AND last.version = (SELECT MAX(version) FROM document_version WHERE document = document.id)
        """;

    public Task<DocumentsView> Handle(ShowDocuments request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Read(connection, request), cancellationToken);

    private static DocumentsView Read(DbConnection connection, ShowDocuments request)
    {
        var searched = SearchedWords.Of(request.Words);
        var match = SearchedWords.Match(searched);
        var rows = Rows<Row>(
            connection,
            searched.Count == 0
                ? Sql + " ORDER BY document.id IS @First DESC, last.dated_on DESC, document.number DESC LIMIT @most"
                : Sql + " JOIN document_words ON document_words.rowid = document.number WHERE document_words MATCH @match ORDER BY bm25(document_words, 4.0, 1.0) LIMIT @most",
            new { match, request.First, most = Most + 1 });
        var numbers = rows.Take(Most).Select(row => row.Number).ToList();
        var versions = connection.Query<VersionRow>(
            """
            SELECT document.number AS Document, document_version.version AS Number, document_version.dated_on AS DatedOn
            FROM document_version JOIN document ON document.id = document_version.document WHERE document.number IN @numbers ORDER BY document_version.version DESC
            """,
            new { numbers }).ToLookup(row => row.Document, row => new VersionView(row.Number, row.DatedOn));
        var excerpts = searched.Count == 0 ? [] : Excerpts(connection, searched, [.. numbers.Take(MostExcerpts)]);
        return new DocumentsView(
            request.Words,
            [.. rows.Take(Most).Select(row => new DocumentView(
                row.Id, row.Title, row.Subject, row.Territory, row.Sequence, row.Kind, row.Size, [.. versions[row.Number]], excerpts.GetValueOrDefault(row.Number) ?? []))],
            rows.Count > Most);
    }

    private static Dictionary<long, IReadOnlyList<ExcerptView>> Excerpts(DbConnection connection, IReadOnlyList<string> searched, long[] numbers) =>
        Rows<WordsRow>(connection, "SELECT rowid AS Number, words AS Words FROM document_words WHERE rowid IN @numbers", new { numbers })
            .ToDictionary(row => row.Number, row => Excerpt.Of(row.Words, searched));

    /// <summary>Of a column that is computed, SQLite does not say what it holds as long as there is no row.</summary>
    private static List<T> Rows<T>(DbConnection connection, string sql, object parameters)
    {
        using var reader = (DbDataReader)connection.ExecuteReader(sql, parameters);
        return reader.HasRows ? [.. reader.Parse<T>()] : [];
    }

    private sealed record Row(long Number, Guid Id, string Title, string Subject, string Territory, long Sequence, string Kind, long Size);

    private sealed record VersionRow(long Document, long Number, DateOnly DatedOn);

    private sealed record WordsRow(long Number, string Words);
}
