using System.Data.Common;
using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>What adding a document and adding a version have in common, within a write.</summary>
internal static class StoredDocument
{
    public static readonly Outcome Gone = Outcome.Refused("", "Ce document n’est plus là. Ce que vous aviez écrit est dans le formulaire qui en verse un.");

    public static bool Exists(DbConnection connection, Guid id) => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM document WHERE id = @id)", new { id });

    public static void AddVersion(DbConnection connection, Guid id, DateOnly datedOn, DocumentKind kind, DocumentFile file, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO document_version (document, version, dated_on, file_name, kind, content, added_at)
        VALUES (@id, (SELECT COALESCE(MAX(version), 0) + 1 FROM document_version WHERE document = @id), @datedOn, @name, @kind, @Content, @now)
        """,
        new { id, datedOn, name = Path.GetFileName(file.Name), kind = kind.Key, file.Content, now });

    /// <summary>The search knows the last version.</summary>
    public static void Index(DbConnection connection, Guid id, string words)
    {
        connection.Execute("DELETE FROM document_words WHERE rowid = (SELECT number FROM document WHERE id = @id)", new { id });
        connection.Execute("INSERT INTO document_words (rowid, title, words) SELECT number, title || ' ' || subject || ' ' || territory, @words FROM document WHERE id = @id", new { id, words });
    }
}
