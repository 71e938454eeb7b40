PRAGMA application_id = 1095647563;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE boxes (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	lot VARCHAR NOT NULL, 
	expires VARCHAR NOT NULL, 
	received VARCHAR, 
	place VARCHAR NOT NULL, 
	opened_with INTEGER NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "boxes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4','902712a994234cdaa66e10e586911d4d:8','A1','2027-01-31','2026-03-02','',7,0);
CREATE TABLE clock_doubts (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	epoch INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	utc VARCHAR NOT NULL, 
	boot_ms INTEGER NOT NULL, 
	boot_id VARCHAR NOT NULL, 
	seen_utc VARCHAR, 
	seen_boot_ms INTEGER, 
	seen_boot_id VARCHAR, 
	PRIMARY KEY (id)
);
CREATE TABLE clock_epochs (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	utc VARCHAR NOT NULL, 
	boot_ms INTEGER NOT NULL, 
	boot_id VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE doses (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	slot VARCHAR, 
	kind VARCHAR NOT NULL, 
	at VARCHAR, 
	zone VARCHAR NOT NULL, 
	place VARCHAR, 
	x INTEGER, 
	y INTEGER, 
	syringe VARCHAR, 
	given_by VARCHAR NOT NULL, 
	flags VARCHAR NOT NULL, 
	recorded VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "doses" VALUES('aa92580f625e4bfe8200d2e98b773e52','902712a994234cdaa66e10e586911d4d:9',NULL,'taken',NULL,'Europe/Madrid','thigh_left',NULL,NULL,NULL,'','["before_record"]','2026-03-02T18:00:00.000000+00:00','',0);
INSERT INTO "doses" VALUES('b010625d51e645ddbe9b4610c48e3d98','902712a994234cdaa66e10e586911d4d:16','2026-03-02','taken','2026-03-02T18:00:00.000000+00:00','Europe/Madrid','thigh_right',125,651,'f2e570d3d5864a3aaf09fea3397edfb4-1','','[]','2026-03-02T18:00:00.000000+00:00','',0);
INSERT INTO "doses" VALUES('91855716b8f34afb89d5d080726bb02b','902712a994234cdaa66e10e586911d4d:19','2026-03-04','taken',NULL,'Europe/Madrid','arm_left',NULL,NULL,NULL,'Ana','[]','2026-03-04T18:00:00.000000+00:00','no time known',0);
INSERT INTO "doses" VALUES('da496102281c4b6cadc3707051b3de4d','902712a994234cdaa66e10e586911d4d:21','2026-03-05','taken','2026-03-05T18:00:00.000000+00:00','Europe/Madrid','thigh_right',0,0,NULL,'','[]','2026-03-05T18:00:00.000000+00:00','',1);
INSERT INTO "doses" VALUES('841645042f28404d9a154d40b3e110ed','902712a994234cdaa66e10e586911d4d:22','2026-03-03','taken','2026-03-03T18:00:00.000000+00:00','Europe/Madrid','belly_right',-700,317,NULL,'','[]','2026-03-03T18:00:00.000000+00:00','corrected',0);
CREATE TABLE journal (
	position INTEGER NOT NULL, 
	entry VARCHAR NOT NULL, 
	installation VARCHAR NOT NULL, 
	sequence INTEGER NOT NULL, 
	author VARCHAR NOT NULL, 
	utc VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	content VARCHAR NOT NULL, 
	replaces VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	PRIMARY KEY (position), 
	UNIQUE (entry), 
	UNIQUE (installation, sequence)
);
INSERT INTO "journal" VALUES(1,'902712a994234cdaa66e10e586911d4d:1','902712a994234cdaa66e10e586911d4d',1,'','2026-03-02T18:00:00.000000+00:00','answer_gate','[["profile","gates",{"value":"{\"\":{\"shown_how\":true}}"}]]','[null]','ca96e910790fe9be0988ba29cf4e8625b61d8c1f2a132652aa4e42a69bbf9d82');
INSERT INTO "journal" VALUES(2,'902712a994234cdaa66e10e586911d4d:2','902712a994234cdaa66e10e586911d4d',2,'','2026-03-02T18:00:00.000000+00:00','answer_gate','[["profile","gates",{"value":"{\"\":{\"leaflet_read\":true,\"shown_how\":true}}"}]]','["902712a994234cdaa66e10e586911d4d:1"]','744e5dd3ac5bf6eb9d24d67b0931a6854984344ea12373aec59e0fb15f5a88c2');
INSERT INTO "journal" VALUES(3,'902712a994234cdaa66e10e586911d4d:3','902712a994234cdaa66e10e586911d4d',3,'','2026-03-02T18:00:00.000000+00:00','answer_gate','[["profile","gates",{"value":"{\"\":{\"adult\":true,\"leaflet_read\":true,\"shown_how\":true}}"}]]','["902712a994234cdaa66e10e586911d4d:2"]','c6c110b06aee4335bb682d756441d50b857353697e2520507d010027ed3a0ea5');
INSERT INTO "journal" VALUES(4,'902712a994234cdaa66e10e586911d4d:4','902712a994234cdaa66e10e586911d4d',4,'','2026-03-02T18:00:00.000000+00:00','answer_gate','[["profile","gates",{"value":"{\"\":{\"adult\":true,\"full_syringe\":true,\"leaflet_read\":true,\"shown_how\":true}}"}]]','["902712a994234cdaa66e10e586911d4d:3"]','e40bc662f58b4a55acdf638cb6fef08e8cefa781e1661fb7fcc2fcd07bfb1ed0');
INSERT INTO "journal" VALUES(5,'902712a994234cdaa66e10e586911d4d:5','902712a994234cdaa66e10e586911d4d',5,'','2026-03-02T18:00:00.000000+00:00','answer_gate','[["profile","gates",{"value":"{\"\":{\"adult\":true,\"full_syringe\":true,\"leaflet_read\":true,\"no_allergy\":true,\"shown_how\":true}}"}]]','["902712a994234cdaa66e10e586911d4d:4"]','d75c40c4601c4516564b685e68afa119a087a0ec124bb7fe8f132c6250244961');
INSERT INTO "journal" VALUES(6,'902712a994234cdaa66e10e586911d4d:6','902712a994234cdaa66e10e586911d4d',6,'','2026-03-02T18:00:00.000000+00:00','change_profile','[["profile","first_run",{"value":"\"done\""}],["profile","country",{"value":"\"ES\""}],["profile","mode",{"value":"\"practised\""}]]','[null,null,null]','f128b646e27249b8331cccec2f547785efb20dd3de9fb0ed305c64873f628de0');
INSERT INTO "journal" VALUES(7,'902712a994234cdaa66e10e586911d4d:7','902712a994234cdaa66e10e586911d4d',7,'','2026-03-02T18:00:00.000000+00:00','copy_label','[["regimens","0823d11e2dc54e3b9f0722c3294cec82",{"at":"20:00","ends":null,"every_days":1,"rank":1,"reason":"","recorded":"2026-03-02T18:00:00.000000+00:00","starts":"2026-03-02","withdrawn":0,"zone":"Europe/Madrid"}]]','[null]','9fd8ef13842ceeeb0de5d4cd4a7e880f67823105a6d892cd932c082a88f55f13');
INSERT INTO "journal" VALUES(8,'902712a994234cdaa66e10e586911d4d:8','902712a994234cdaa66e10e586911d4d',8,'','2026-03-02T18:00:00.000000+00:00','add_box','[["boxes","f2e570d3d5864a3aaf09fea3397edfb4",{"expires":"2027-01-31","lot":"A1","opened_with":7,"place":"","received":"2026-03-02","withdrawn":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-1",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":0,"position":1,"withdrawn":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-2",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":0,"position":2,"withdrawn":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-3",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":0,"position":3,"withdrawn":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-4",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":0,"position":4,"withdrawn":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-5",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":0,"position":5,"withdrawn":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-6",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":0,"position":6,"withdrawn":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-7",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":0,"position":7,"withdrawn":0}]]','[null,null,null,null,null,null,null,null]','8afea8b1be2e6b107a319222fbe5504ce1bf1b2c2906980d7ac8318484022031');
INSERT INTO "journal" VALUES(9,'902712a994234cdaa66e10e586911d4d:9','902712a994234cdaa66e10e586911d4d',9,'','2026-03-02T18:00:00.000000+00:00','record_earlier_site','[["doses","aa92580f625e4bfe8200d2e98b773e52",{"at":null,"flags":"[\"before_record\"]","given_by":"","kind":"taken","note":"","place":"thigh_left","recorded":"2026-03-02T18:00:00.000000+00:00","slot":null,"syringe":null,"withdrawn":0,"x":null,"y":null,"zone":"Europe/Madrid"}]]','[null]','d9ad065aca7c37d78b042e14e1ebd28f40d7047a0061d1dfccd424bff03dc9b2');
INSERT INTO "journal" VALUES(10,'902712a994234cdaa66e10e586911d4d:10','902712a994234cdaa66e10e586911d4d',10,'','2026-03-02T18:00:00.000000+00:00','start_walkthrough','[["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":null,"helper":"","is_open":1,"mode":"practised","place":null,"slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":null,"x":null,"y":null}]]','[null]','cd65a293c59f0819df1d4a1c773bf01d4cfaf7ac835b8970451cf861debdbf53');
INSERT INTO "journal" VALUES(11,'902712a994234cdaa66e10e586911d4d:11','902712a994234cdaa66e10e586911d4d',11,'','2026-03-02T18:00:00.000000+00:00','choose_syringe','[["syringe_events","9380fdc4594d4dee9789e90ce9b63d6d",{"boot_id":"boot-1","boot_ms":1000000,"doubted":0,"epoch":0,"kind":"out","note":"","place":"","rank":1,"reason":null,"since":null,"syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","utc":"2026-03-02T18:00:00.000000+00:00","voided":0}],["walkthrough_answers","6459aa64fe844ed8bd88d385ceda8107-1",{"at":"2026-03-02T18:00:00.000000+00:00","rank":1,"reply":"this_one","stage":"syringe","walkthrough":"6459aa64fe844ed8bd88d385ceda8107"}],["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":null,"helper":"","is_open":1,"mode":"practised","place":null,"slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","x":null,"y":null}]]','[null,null,"902712a994234cdaa66e10e586911d4d:10"]','4cf404cac79c71b485af82e6f5625aa3b6d22bcfd6a394442866b2e7171cc8a5');
INSERT INTO "journal" VALUES(12,'902712a994234cdaa66e10e586911d4d:12','902712a994234cdaa66e10e586911d4d',12,'','2026-03-02T18:00:00.000000+00:00','answer','[["walkthrough_answers","6459aa64fe844ed8bd88d385ceda8107-2",{"at":"2026-03-02T18:00:00.000000+00:00","rank":2,"reply":"clear","stage":"look","walkthrough":"6459aa64fe844ed8bd88d385ceda8107"}],["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":null,"helper":"","is_open":1,"mode":"practised","place":null,"slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","x":null,"y":null}]]','[null,"902712a994234cdaa66e10e586911d4d:11"]','a573144a3fe80e33cddd7aea4ed6b3aa3c239ea0607d49c55fa938c468148796');
INSERT INTO "journal" VALUES(13,'902712a994234cdaa66e10e586911d4d:13','902712a994234cdaa66e10e586911d4d',13,'','2026-03-02T18:00:00.000000+00:00','choose_place','[["walkthrough_answers","6459aa64fe844ed8bd88d385ceda8107-3",{"at":"2026-03-02T18:00:00.000000+00:00","rank":3,"reply":"here","stage":"place","walkthrough":"6459aa64fe844ed8bd88d385ceda8107"}],["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":null,"helper":"","is_open":1,"mode":"practised","place":"thigh_right","slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","x":125,"y":651}]]','[null,"902712a994234cdaa66e10e586911d4d:12"]','0c558f350c783969d10b7f3250f2109909fd6aef55bcfab2338b0afb68b2a5b7');
INSERT INTO "journal" VALUES(14,'902712a994234cdaa66e10e586911d4d:14','902712a994234cdaa66e10e586911d4d',14,'','2026-03-02T18:00:00.000000+00:00','answer','[["walkthrough_answers","6459aa64fe844ed8bd88d385ceda8107-4",{"at":"2026-03-02T18:00:00.000000+00:00","rank":4,"reply":"next","stage":"clean","walkthrough":"6459aa64fe844ed8bd88d385ceda8107"}],["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":null,"helper":"","is_open":1,"mode":"practised","place":"thigh_right","slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","x":125,"y":651}]]','[null,"902712a994234cdaa66e10e586911d4d:13"]','9317e4280458b841fb262f72acd0427e62955aa2db7fdbd1f52e5f473e1cfc54');
INSERT INTO "journal" VALUES(15,'902712a994234cdaa66e10e586911d4d:15','902712a994234cdaa66e10e586911d4d',15,'','2026-03-02T18:00:00.000000+00:00','cover_off','[["syringe_events","941df50dd8714d968b1f65359d2cfe6e",{"boot_id":"boot-1","boot_ms":1000000,"doubted":0,"epoch":0,"kind":"cover_off","note":"","place":"","rank":2,"reason":null,"since":null,"syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","utc":"2026-03-02T18:00:00.000000+00:00","voided":0}],["walkthrough_answers","6459aa64fe844ed8bd88d385ceda8107-5",{"at":"2026-03-02T18:00:00.000000+00:00","rank":5,"reply":"next","stage":"cover","walkthrough":"6459aa64fe844ed8bd88d385ceda8107"}],["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":null,"helper":"","is_open":1,"mode":"practised","place":"thigh_right","slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","x":125,"y":651}]]','[null,null,"902712a994234cdaa66e10e586911d4d:14"]','cdf5bcda802d1189af67b033a2176a70cf1d847105537aed0706c4e7ef4d1108');
INSERT INTO "journal" VALUES(16,'902712a994234cdaa66e10e586911d4d:16','902712a994234cdaa66e10e586911d4d',16,'','2026-03-02T18:00:00.000000+00:00','needle_out','[["doses","b010625d51e645ddbe9b4610c48e3d98",{"at":"2026-03-02T18:00:00.000000+00:00","flags":"[]","given_by":"","kind":"taken","note":"","place":"thigh_right","recorded":"2026-03-02T18:00:00.000000+00:00","slot":"2026-03-02","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","withdrawn":0,"x":125,"y":651,"zone":"Europe/Madrid"}],["syringe_events","b010625d51e645ddbe9b4610c48e3d98/f2e570d3d5864a3aaf09fea3397edfb4-1",{"boot_id":"boot-1","boot_ms":1000000,"doubted":0,"epoch":0,"kind":"used","note":"","place":"","rank":3,"reason":null,"since":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","utc":"2026-03-02T18:00:00.000000+00:00","voided":0}],["walkthrough_answers","6459aa64fe844ed8bd88d385ceda8107-6",{"at":"2026-03-02T18:00:00.000000+00:00","rank":6,"reply":"needle_out","stage":"inject","walkthrough":"6459aa64fe844ed8bd88d385ceda8107"}],["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":"b010625d51e645ddbe9b4610c48e3d98","helper":"","is_open":1,"mode":"practised","place":"thigh_right","slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","x":125,"y":651}]]','[null,null,null,"902712a994234cdaa66e10e586911d4d:15"]','0ef0a77787eca769bbcf8247454c914b08096a1cd7cb8fb9a3f838c2f70dc468');
INSERT INTO "journal" VALUES(17,'902712a994234cdaa66e10e586911d4d:17','902712a994234cdaa66e10e586911d4d',17,'','2026-03-02T18:00:00.000000+00:00','answer','[["syringe_events","80818dcd0eb94719b5a91828c19a3363",{"boot_id":"boot-1","boot_ms":1000000,"doubted":0,"epoch":0,"kind":"in_sharps","note":"","place":"","rank":4,"reason":null,"since":null,"syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","utc":"2026-03-02T18:00:00.000000+00:00","voided":0}],["syringes","f2e570d3d5864a3aaf09fea3397edfb4-1",{"box":"f2e570d3d5864a3aaf09fea3397edfb4","finished":1,"position":1,"withdrawn":0}],["walkthrough_answers","6459aa64fe844ed8bd88d385ceda8107-7",{"at":"2026-03-02T18:00:00.000000+00:00","rank":7,"reply":"in_sharps","stage":"sharps","walkthrough":"6459aa64fe844ed8bd88d385ceda8107"}],["walkthroughs","6459aa64fe844ed8bd88d385ceda8107",{"dose":"b010625d51e645ddbe9b4610c48e3d98","helper":"","is_open":0,"mode":"practised","place":"thigh_right","slot":"2026-03-02","started":"2026-03-02T18:00:00.000000+00:00","syringe":"f2e570d3d5864a3aaf09fea3397edfb4-1","x":125,"y":651}]]','[null,"902712a994234cdaa66e10e586911d4d:8",null,"902712a994234cdaa66e10e586911d4d:16"]','a666615bc71f519bd42682c01dc500fa5f9ad20e0a04b3fdd04968fd73f790ca');
INSERT INTO "journal" VALUES(18,'902712a994234cdaa66e10e586911d4d:18','902712a994234cdaa66e10e586911d4d',18,'','2026-03-03T18:00:00.000000+00:00','record_dose','[["doses","841645042f28404d9a154d40b3e110ed",{"at":"2026-03-03T18:00:00.000000+00:00","flags":"[]","given_by":"","kind":"taken","note":"","place":"belly_right","recorded":"2026-03-03T18:00:00.000000+00:00","slot":"2026-03-03","syringe":null,"withdrawn":0,"x":-700,"y":100,"zone":"Europe/Madrid"}]]','[null]','a2860a3470ed9d9da4c13763da78dbfd25aabdd1848e0849888bf687ef4768d7');
INSERT INTO "journal" VALUES(19,'902712a994234cdaa66e10e586911d4d:19','902712a994234cdaa66e10e586911d4d',19,'','2026-03-04T18:00:00.000000+00:00','record_dose','[["doses","91855716b8f34afb89d5d080726bb02b",{"at":null,"flags":"[]","given_by":"Ana","kind":"taken","note":"no time known","place":"arm_left","recorded":"2026-03-04T18:00:00.000000+00:00","slot":"2026-03-04","syringe":null,"withdrawn":0,"x":null,"y":null,"zone":"Europe/Madrid"}]]','[null]','7416ccecbd952905159b4f40b6ffadc230cd135f1fcc7e78394b35ffdeb62f6a');
INSERT INTO "journal" VALUES(20,'902712a994234cdaa66e10e586911d4d:20','902712a994234cdaa66e10e586911d4d',20,'','2026-03-05T18:00:00.000000+00:00','record_dose','[["doses","da496102281c4b6cadc3707051b3de4d",{"at":"2026-03-05T18:00:00.000000+00:00","flags":"[]","given_by":"","kind":"taken","note":"","place":"thigh_right","recorded":"2026-03-05T18:00:00.000000+00:00","slot":"2026-03-05","syringe":null,"withdrawn":0,"x":0,"y":0,"zone":"Europe/Madrid"}]]','[null]','cb8ab7b93911954deb6c7b4c638c7bb6e326326bbcf849c5695e6bf1615fe682');
INSERT INTO "journal" VALUES(21,'902712a994234cdaa66e10e586911d4d:21','902712a994234cdaa66e10e586911d4d',21,'','2026-03-05T18:00:00.000000+00:00','undo','[["doses","da496102281c4b6cadc3707051b3de4d",{"at":"2026-03-05T18:00:00.000000+00:00","flags":"[]","given_by":"","kind":"taken","note":"","place":"thigh_right","recorded":"2026-03-05T18:00:00.000000+00:00","slot":"2026-03-05","syringe":null,"withdrawn":1,"x":0,"y":0,"zone":"Europe/Madrid"}]]','["902712a994234cdaa66e10e586911d4d:20"]','e473d96d9fe6419296d5d27a9647c987b1fa53ef854695ff3deb99b79568e8b5');
INSERT INTO "journal" VALUES(22,'902712a994234cdaa66e10e586911d4d:22','902712a994234cdaa66e10e586911d4d',22,'','2026-03-05T18:00:00.000000+00:00','correct_dose','[["doses","841645042f28404d9a154d40b3e110ed",{"at":"2026-03-03T18:00:00.000000+00:00","flags":"[]","given_by":"","kind":"taken","note":"corrected","place":"belly_right","recorded":"2026-03-03T18:00:00.000000+00:00","slot":"2026-03-03","syringe":null,"withdrawn":0,"x":-700,"y":317,"zone":"Europe/Madrid"}]]','["902712a994234cdaa66e10e586911d4d:18"]','150c6342670277a0bda8660a6efe26f26534f989950932de4d0b73ae5985fafb');
INSERT INTO "journal" VALUES(23,'902712a994234cdaa66e10e586911d4d:23','902712a994234cdaa66e10e586911d4d',23,'','2026-03-05T18:00:00.000000+00:00','answer_days','[["slot_answers","c9cd5271cac34a16afa96b3bc554b7e6",{"kind":"missed","rank":1,"reason":"travel","recorded":"2026-03-05T18:00:00.000000+00:00","slot":"2026-03-05","withdrawn":0}]]','[null]','5c1fca16487ea78b3c5818a428cddd3d4ce993844f744b01f70acaa10df25102');
CREATE TABLE pauses (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	first VARCHAR NOT NULL, 
	last VARCHAR, 
	who VARCHAR NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE profile (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "profile" VALUES('gates','902712a994234cdaa66e10e586911d4d:5','{"":{"adult":true,"full_syringe":true,"leaflet_read":true,"no_allergy":true,"shown_how":true}}');
INSERT INTO "profile" VALUES('first_run','902712a994234cdaa66e10e586911d4d:6','"done"');
INSERT INTO "profile" VALUES('country','902712a994234cdaa66e10e586911d4d:6','"ES"');
INSERT INTO "profile" VALUES('mode','902712a994234cdaa66e10e586911d4d:6','"practised"');
CREATE TABLE record_facts (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "record_facts" VALUES('oldest_reader','1');
CREATE TABLE regimens (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	every_days INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	starts VARCHAR NOT NULL, 
	ends VARCHAR, 
	recorded VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "regimens" VALUES('0823d11e2dc54e3b9f0722c3294cec82','902712a994234cdaa66e10e586911d4d:7',1,'20:00','Europe/Madrid','2026-03-02',NULL,'2026-03-02T18:00:00.000000+00:00','',1,0);
CREATE TABLE seen (
	id INTEGER NOT NULL, 
	epoch INTEGER NOT NULL, 
	utc VARCHAR NOT NULL, 
	boot_ms INTEGER NOT NULL, 
	boot_id VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "seen" VALUES(1,0,'2026-03-05T18:00:00.000000+00:00',260200000,'boot-1');
CREATE TABLE slot_answers (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	slot VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	recorded VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "slot_answers" VALUES('c9cd5271cac34a16afa96b3bc554b7e6','902712a994234cdaa66e10e586911d4d:23','2026-03-05','missed','travel','2026-03-05T18:00:00.000000+00:00',1,0);
CREATE TABLE syringe_events (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	syringe VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	utc VARCHAR NOT NULL, 
	boot_ms INTEGER NOT NULL, 
	boot_id VARCHAR NOT NULL, 
	epoch INTEGER NOT NULL, 
	doubted INTEGER NOT NULL, 
	since VARCHAR, 
	place VARCHAR NOT NULL, 
	reason VARCHAR, 
	note VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	voided INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "syringe_events" VALUES('9380fdc4594d4dee9789e90ce9b63d6d','902712a994234cdaa66e10e586911d4d:11','f2e570d3d5864a3aaf09fea3397edfb4-1','out','2026-03-02T18:00:00.000000+00:00',1000000,'boot-1',0,0,NULL,'',NULL,'',1,0);
INSERT INTO "syringe_events" VALUES('941df50dd8714d968b1f65359d2cfe6e','902712a994234cdaa66e10e586911d4d:15','f2e570d3d5864a3aaf09fea3397edfb4-1','cover_off','2026-03-02T18:00:00.000000+00:00',1000000,'boot-1',0,0,NULL,'',NULL,'',2,0);
INSERT INTO "syringe_events" VALUES('b010625d51e645ddbe9b4610c48e3d98/f2e570d3d5864a3aaf09fea3397edfb4-1','902712a994234cdaa66e10e586911d4d:16','f2e570d3d5864a3aaf09fea3397edfb4-1','used','2026-03-02T18:00:00.000000+00:00',1000000,'boot-1',0,0,'2026-03-02T18:00:00.000000+00:00','',NULL,'',3,0);
INSERT INTO "syringe_events" VALUES('80818dcd0eb94719b5a91828c19a3363','902712a994234cdaa66e10e586911d4d:17','f2e570d3d5864a3aaf09fea3397edfb4-1','in_sharps','2026-03-02T18:00:00.000000+00:00',1000000,'boot-1',0,0,NULL,'',NULL,'',4,0);
CREATE TABLE syringes (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	box VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	finished INTEGER NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "syringes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4-2','902712a994234cdaa66e10e586911d4d:8','f2e570d3d5864a3aaf09fea3397edfb4',2,0,0);
INSERT INTO "syringes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4-3','902712a994234cdaa66e10e586911d4d:8','f2e570d3d5864a3aaf09fea3397edfb4',3,0,0);
INSERT INTO "syringes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4-4','902712a994234cdaa66e10e586911d4d:8','f2e570d3d5864a3aaf09fea3397edfb4',4,0,0);
INSERT INTO "syringes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4-5','902712a994234cdaa66e10e586911d4d:8','f2e570d3d5864a3aaf09fea3397edfb4',5,0,0);
INSERT INTO "syringes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4-6','902712a994234cdaa66e10e586911d4d:8','f2e570d3d5864a3aaf09fea3397edfb4',6,0,0);
INSERT INTO "syringes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4-7','902712a994234cdaa66e10e586911d4d:8','f2e570d3d5864a3aaf09fea3397edfb4',7,0,0);
INSERT INTO "syringes" VALUES('f2e570d3d5864a3aaf09fea3397edfb4-1','902712a994234cdaa66e10e586911d4d:17','f2e570d3d5864a3aaf09fea3397edfb4',1,1,0);
CREATE TABLE walkthrough_answers (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	walkthrough VARCHAR NOT NULL, 
	stage VARCHAR NOT NULL, 
	reply VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "walkthrough_answers" VALUES('6459aa64fe844ed8bd88d385ceda8107-1','902712a994234cdaa66e10e586911d4d:11','6459aa64fe844ed8bd88d385ceda8107','syringe','this_one','2026-03-02T18:00:00.000000+00:00',1);
INSERT INTO "walkthrough_answers" VALUES('6459aa64fe844ed8bd88d385ceda8107-2','902712a994234cdaa66e10e586911d4d:12','6459aa64fe844ed8bd88d385ceda8107','look','clear','2026-03-02T18:00:00.000000+00:00',2);
INSERT INTO "walkthrough_answers" VALUES('6459aa64fe844ed8bd88d385ceda8107-3','902712a994234cdaa66e10e586911d4d:13','6459aa64fe844ed8bd88d385ceda8107','place','here','2026-03-02T18:00:00.000000+00:00',3);
INSERT INTO "walkthrough_answers" VALUES('6459aa64fe844ed8bd88d385ceda8107-4','902712a994234cdaa66e10e586911d4d:14','6459aa64fe844ed8bd88d385ceda8107','clean','next','2026-03-02T18:00:00.000000+00:00',4);
INSERT INTO "walkthrough_answers" VALUES('6459aa64fe844ed8bd88d385ceda8107-5','902712a994234cdaa66e10e586911d4d:15','6459aa64fe844ed8bd88d385ceda8107','cover','next','2026-03-02T18:00:00.000000+00:00',5);
INSERT INTO "walkthrough_answers" VALUES('6459aa64fe844ed8bd88d385ceda8107-6','902712a994234cdaa66e10e586911d4d:16','6459aa64fe844ed8bd88d385ceda8107','inject','needle_out','2026-03-02T18:00:00.000000+00:00',6);
INSERT INTO "walkthrough_answers" VALUES('6459aa64fe844ed8bd88d385ceda8107-7','902712a994234cdaa66e10e586911d4d:17','6459aa64fe844ed8bd88d385ceda8107','sharps','in_sharps','2026-03-02T18:00:00.000000+00:00',7);
CREATE TABLE walkthroughs (
	id VARCHAR NOT NULL, 
	entry VARCHAR NOT NULL, 
	mode VARCHAR NOT NULL, 
	slot VARCHAR NOT NULL, 
	started VARCHAR NOT NULL, 
	syringe VARCHAR, 
	place VARCHAR, 
	x INTEGER, 
	y INTEGER, 
	helper VARCHAR NOT NULL, 
	dose VARCHAR, 
	is_open INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "walkthroughs" VALUES('6459aa64fe844ed8bd88d385ceda8107','902712a994234cdaa66e10e586911d4d:17','practised','2026-03-02','2026-03-02T18:00:00.000000+00:00','f2e570d3d5864a3aaf09fea3397edfb4-1','thigh_right',125,651,'','b010625d51e645ddbe9b4610c48e3d98',0);
CREATE INDEX doses_by_entry_time ON doses (recorded);
CREATE INDEX doses_by_point ON doses (place, x, y, at);
CREATE INDEX doses_by_time ON doses (at);
CREATE INDEX ix_doses_slot ON doses (slot);
CREATE INDEX ix_slot_answers_slot ON slot_answers (slot);
CREATE INDEX ix_syringe_events_syringe ON syringe_events (syringe);
CREATE INDEX ix_syringes_box ON syringes (box);
CREATE INDEX syringes_at_home ON syringes (finished);
CREATE INDEX ix_walkthrough_answers_walkthrough ON walkthrough_answers (walkthrough);
CREATE INDEX walkthroughs_open ON walkthroughs (is_open);
COMMIT;
