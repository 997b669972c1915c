namespace CiAnon.Sandboxes.Live;

/// <summary>What a database says outside of rows: names, bodies, defaults, conditions, labels, comments and settings may quote values, too. An extension's own come from its package.</summary>
internal static class CleanDefinitions
{
    private const string Users = "n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema'{0})";

    /// <summary>A key per definition, with a digest of its text, and what it is called: of all that is looked at when a database is anonymized.</summary>
    public static readonly string Anonymized = Sql.Replace("{0}", $", '{LiveRelations.OwnSchema}'", StringComparison.Ordinal);

    /// <summary>The same of everything that stands there.</summary>
    public static readonly string Everything = Sql.Replace("{0}", "", StringComparison.Ordinal);

    private const string Sql = $"""
        SELECT pg_catalog.concat_ws(' ', d.kind, d.classid::oid, d.objid, d.subid, pg_catalog.md5(pg_catalog.concat_ws(E'\n', d.said, CASE WHEN d.kind <> 'database' THEN pg_catalog.pg_describe_object(d.classid, d.objid, d.subid) END))),
               CASE d.kind WHEN 'comment' THEN 'comment on ' WHEN 'label' THEN 'label of ' WHEN 'database' THEN 'comment, label or setting of ' ELSE '' END || pg_catalog.pg_describe_object(d.classid, d.objid, d.subid)
        FROM (
            SELECT 'function', 'pg_catalog.pg_proc'::regclass, p.oid, 0, pg_catalog.concat_ws(E'\n', p.prosrc, p.probin, pg_catalog.to_jsonb(p) ->> 'prosqlbody', p.proargdefaults::text, p.proconfig::text, p.proargnames::text, g.agginitval, g.aggminitval)
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_catalog.pg_aggregate g ON g.aggfnoid = p.oid WHERE {Users}
            UNION ALL SELECT 'schema', 'pg_catalog.pg_namespace'::regclass, n.oid, 0, NULL FROM pg_catalog.pg_namespace n WHERE n.nspname <> '{LiveRelations.OwnSchema}' AND {Users}
            UNION ALL SELECT 'sequence', 'pg_catalog.pg_class'::regclass, c.oid, 0, NULL FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND {Users}
            UNION ALL SELECT 'fields', 'pg_catalog.pg_class'::regclass, c.oid, 0, (SELECT pg_catalog.string_agg(a.attname, E'\n' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'c' AND {Users}
            UNION ALL SELECT 'database', 'pg_catalog.pg_database'::regclass, d.oid, 0, o.said FROM pg_catalog.pg_database d CROSS JOIN LATERAL (
                SELECT pg_catalog.shobj_description(d.oid, 'pg_database')
                UNION ALL SELECT l.provider || E'\n' || l.label FROM pg_catalog.pg_shseclabel l WHERE l.classoid = 'pg_catalog.pg_database'::regclass AND l.objoid = d.oid
                UNION ALL SELECT setting FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) setting WHERE s.setdatabase = d.oid AND pg_catalog.split_part(setting, '=', 1) LIKE '%.%'
            ) o(said) WHERE d.datname = pg_catalog.current_database() AND o.said IS NOT NULL
            UNION ALL SELECT 'view', 'pg_catalog.pg_class'::regclass, c.oid, 0, pg_catalog.pg_get_viewdef(c.oid)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND {Users}
            UNION ALL SELECT 'partition', 'pg_catalog.pg_class'::regclass, c.oid, 0, pg_catalog.pg_get_expr(c.relpartbound, c.oid)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relispartition AND c.relpartbound IS NOT NULL AND {Users}
            UNION ALL SELECT 'rule', 'pg_catalog.pg_rewrite'::regclass, r.oid, 0, pg_catalog.pg_get_ruledef(r.oid)
            FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND {Users}
            UNION ALL SELECT 'default', 'pg_catalog.pg_attrdef'::regclass, a.oid, 0, pg_catalog.pg_get_expr(a.adbin, a.adrelid)
            FROM pg_catalog.pg_attrdef a JOIN pg_catalog.pg_class c ON c.oid = a.adrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE {Users}
            UNION ALL SELECT 'check', 'pg_catalog.pg_constraint'::regclass, k.oid, 0, pg_catalog.pg_get_constraintdef(k.oid)
            FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace WHERE k.contype = 'c' AND {Users}
            UNION ALL SELECT 'type', 'pg_catalog.pg_type'::regclass, t.oid, 0, pg_catalog.concat_ws(E'\n', t.typdefault, (SELECT pg_catalog.string_agg(e.enumlabel, E'\n' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid))
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype IN ('d', 'e') AND {Users}
            UNION ALL SELECT 'trigger', 'pg_catalog.pg_trigger'::regclass, t.oid, 0, pg_catalog.pg_get_triggerdef(t.oid)
            FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND {Users}
            UNION ALL SELECT 'policy', 'pg_catalog.pg_policy'::regclass, p.oid, 0, pg_catalog.concat_ws(E'\n', pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) FROM pg_catalog.pg_policy p
            UNION ALL SELECT 'index', 'pg_catalog.pg_class'::regclass, i.indexrelid, 0, pg_catalog.pg_get_indexdef(i.indexrelid)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL) AND {Users}
            UNION ALL SELECT 'foreign', 'pg_catalog.pg_class'::regclass, f.ftrelid, 0, f.ftoptions::text FROM pg_catalog.pg_foreign_table f
            UNION ALL SELECT 'server', 'pg_catalog.pg_foreign_server'::regclass, s.oid, 0, s.srvoptions::text FROM pg_catalog.pg_foreign_server s
            UNION ALL SELECT 'column', 'pg_catalog.pg_class'::regclass, a.attrelid, a.attnum, a.attfdwoptions::text FROM pg_catalog.pg_attribute a WHERE a.attfdwoptions IS NOT NULL
            UNION ALL SELECT 'wrapper', 'pg_catalog.pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwoptions::text FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.fdwoptions IS NOT NULL
            UNION ALL SELECT 'statistics', 'pg_catalog.pg_statistic_ext'::regclass, e.oid, 0, pg_catalog.pg_get_statisticsobjdef(e.oid) FROM pg_catalog.pg_statistic_ext e WHERE pg_catalog.to_jsonb(e) ->> 'stxexprs' IS NOT NULL
            UNION ALL SELECT 'publication', 'pg_catalog.pg_publication_rel'::regclass, r.oid, 0, pg_catalog.to_jsonb(r) ->> 'prqual' FROM pg_catalog.pg_publication_rel r WHERE pg_catalog.to_jsonb(r) ->> 'prqual' IS NOT NULL
            UNION ALL SELECT 'dictionary', 'pg_catalog.pg_ts_dict'::regclass, t.oid, 0, t.dictinitoption FROM pg_catalog.pg_ts_dict t JOIN pg_catalog.pg_namespace n ON n.oid = t.dictnamespace WHERE {Users}
            UNION ALL SELECT 'comment', c.classoid, c.objoid, c.objsubid, c.description FROM pg_catalog.pg_description c
            UNION ALL SELECT 'label', l.classoid, l.objoid, l.objsubid, l.provider || E'\n' || l.label FROM pg_catalog.pg_seclabel l
        ) d(kind, classid, objid, subid, said)
        WHERE (d.objid >= 16384 OR d.kind = 'database') AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype = 'e')
        """;
}
